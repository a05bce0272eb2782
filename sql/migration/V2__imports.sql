-- Lenders as they are first met: the row that an import and a run of one lender lock against each other.
CREATE TABLE lenders (
    lender VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
);

-- state: VALIDATING, LOADING, DONE, REFUSED. No run of a lender starts while an import of it is LOADING.
-- execution_id: the job execution that owns it; one that lost its lock finds another one here, and stops at its next chunk.
CREATE TABLE imports (
    import_id    BIGINT        NOT NULL PRIMARY KEY,
    source       VARCHAR(1000) NOT NULL,
    requested_by VARCHAR(100)  NOT NULL,
    state        VARCHAR(20)   NOT NULL,
    started_at   DATETIME(6)   NOT NULL,
    finished_at  DATETIME(6),
    execution_id BIGINT,
    message      VARCHAR(2000)
);

-- Locked for as long as an import works: there is one at a time.
CREATE TABLE import_lock (
    id INT NOT NULL PRIMARY KEY
);
INSERT INTO import_lock (id) VALUES (1);

-- known_from: just after the latest cutoff of a started run of the lender; nothing of this import is known earlier.
CREATE TABLE import_lenders (
    import_id  BIGINT NOT NULL,
    lender     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    known_from DATETIME(6) NOT NULL,
    PRIMARY KEY (import_id, lender)
);

-- rows = loaded (new) + corrected + unchanged + repeated (the same row again in the file) + rejected, as validation found.
CREATE TABLE import_files (
    import_id BIGINT      NOT NULL,
    feed      VARCHAR(40) NOT NULL,
    bytes     BIGINT      NOT NULL,
    sha256    CHAR(64)    NOT NULL,
    `rows`    BIGINT      NOT NULL,
    loaded    BIGINT      NOT NULL,
    corrected BIGINT      NOT NULL,
    unchanged BIGINT      NOT NULL,
    repeated  BIGINT      NOT NULL,
    rejected  BIGINT      NOT NULL,
    PRIMARY KEY (import_id, feed)
);

-- The delivery's own accounts, borrowers and contacts while it is validated, so that a row may refer to a row not yet loaded.
CREATE TABLE import_accounts (
    import_id  BIGINT NOT NULL,
    account_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    lender     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    currency   CHAR(3) NOT NULL,
    PRIMARY KEY (import_id, account_id)
);
CREATE TABLE import_ids (
    import_id BIGINT      NOT NULL,
    feed      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (import_id, feed, id)
);

-- Rejected rows of accounts, instalments, entries and agreements that name an account; row_key is the row's key, its parts
-- with a space between (? and a digest of the row where the key cannot be read). state: OPEN, ARRIVED, DISCARDED. While one is open its
-- account is held. A run sees a reject that was opened by its cutoff and not closed by it.
CREATE TABLE rejects (
    import_id    BIGINT        NOT NULL,
    feed         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    line         BIGINT        NOT NULL,
    row_key      VARCHAR(250) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    lender       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    account_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    column_name  VARCHAR(64)   NOT NULL,
    masked_value VARCHAR(300)  NOT NULL,
    reason       VARCHAR(300)  NOT NULL,
    state        VARCHAR(20)   NOT NULL,
    opened_at    DATETIME(6)   NOT NULL,
    closed_at    DATETIME(6),
    closed_by    VARCHAR(300),
    closed_why   VARCHAR(500),
    PRIMARY KEY (import_id, feed, line)
);
CREATE INDEX rejects_account ON rejects (account_id, state);
CREATE INDEX rejects_key ON rejects (feed, row_key, state);
