-- The contacts whose person asked to be forgotten, each once, and the import that brought it.
CREATE TABLE erasures (
    contact_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    lender     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    import_id  BIGINT NOT NULL
);
CREATE INDEX erasures_import ON erasures (import_id, lender);
