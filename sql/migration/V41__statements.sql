-- Bills of lines of credit; balance and past_due are what the core system says.
CREATE TABLE statements (
    lender            VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    statement_on      DATE        NOT NULL,
    statement_id      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision          INT         NOT NULL,
    known_at          DATETIME(6) NOT NULL,
    import_id         BIGINT      NOT NULL,
    digest            BINARY(16)  NOT NULL,
    due_on            DATE        NOT NULL,
    minimum_principal BIGINT      NOT NULL,
    minimum_interest  BIGINT      NOT NULL,
    minimum_fee       BIGINT      NOT NULL,
    balance           BIGINT      NOT NULL,
    past_due          BIGINT,
    posted_at         DATETIME(6) NOT NULL,
    PRIMARY KEY (lender, account_id, statement_on, statement_id, revision),
    CONSTRAINT statements_id UNIQUE (statement_id, revision)
);
CREATE INDEX statements_known ON statements (lender, known_at, account_id);
