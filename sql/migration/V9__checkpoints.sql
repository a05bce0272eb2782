-- The signed end of each published folder: the last event that it exports, and the digest of its checkpoint.json.
CREATE TABLE checkpoint (
    run_id   BIGINT   NOT NULL PRIMARY KEY,
    lender   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `number` BIGINT   NOT NULL,
    hash     CHAR(64) NOT NULL,
    digest   CHAR(64) NOT NULL
);
CREATE INDEX checkpoint_lender ON checkpoint (lender, run_id);
