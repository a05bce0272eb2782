-- What ladders and the law over them ask of the ledger: promises, mandates and terms of contact, whom an attempt reached and how, where
-- a contact's data are from, and who may not be contacted.
ALTER TABLE agreements ADD (amount BIGINT, until_on DATE, agency VARCHAR(64), terms VARCHAR(400));
ALTER TABLE contacts ADD (source VARCHAR(20), relation_class VARCHAR(20));
ALTER TABLE contact_attempts ADD (
    party     VARCHAR(20),
    party_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    handle_id VARCHAR(64),
    direction VARCHAR(20),
    people    INT
);
ALTER TABLE entries ADD (damages BIGINT);

-- lender and account_id are empty when all accounts of the person are stopped. handle is the digits of handle_id.
CREATE TABLE stops (
    lender      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    stop_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision    INT         NOT NULL,
    known_at    DATETIME(6) NOT NULL,
    import_id   BIGINT      NOT NULL,
    digest      BINARY(16)  NOT NULL,
    borrower_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    contact_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    channel     VARCHAR(40),
    handle_id   VARCHAR(64),
    handle      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    kind        VARCHAR(40) NOT NULL,
    from_on     DATE        NOT NULL,
    to_on       DATE,
    reference   VARCHAR(200),
    posted_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (lender, account_id, stop_id, revision),
    CONSTRAINT stops_id UNIQUE (stop_id, revision)
);
CREATE INDEX stops_borrower ON stops (borrower_id);
CREATE INDEX stops_contact ON stops (contact_id);
