-- Liquidated damages are a component of their own beside penalty interest.
ALTER TABLE arrear ADD damages BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE arrear_history ADD damages BIGINT DEFAULT 0 NOT NULL;
