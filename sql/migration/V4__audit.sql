-- What was done to a lender's book, by whom and when: one chain a lender, append-only. event is canonical JSON, kept as text;
-- hash is the SHA-256 of the hash before it (64 zeros for the first) followed by event.
CREATE TABLE audit_event (
    lender VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `number` BIGINT   NOT NULL,
    event  MEDIUMTEXT NOT NULL,
    hash   CHAR(64)   NOT NULL,
    PRIMARY KEY (lender, `number`)
);
