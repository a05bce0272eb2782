-- What became of the account's entries: how many are known, and their amounts by where they went (R5).
ALTER TABLE standing ADD COLUMN entry_count BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE standing ADD COLUMN entry_allocated BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE standing ADD COLUMN entry_unallocated BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE standing ADD COLUMN entry_refunded BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE standing ADD COLUMN entry_charged BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE standing ADD COLUMN entry_reversed BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE standing ADD COLUMN entry_aside BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE standing ADD COLUMN entry_information BIGINT DEFAULT 0 NOT NULL;

-- The identities that two named people let a run go out with though they differ, by name and a space between; and why.
ALTER TABLE runs ADD COLUMN accepted VARCHAR(100);
ALTER TABLE runs ADD COLUMN accepted_by_one VARCHAR(100);
ALTER TABLE runs ADD COLUMN accepted_by_two VARCHAR(100);
ALTER TABLE runs ADD COLUMN accepted_because VARCHAR(500);
