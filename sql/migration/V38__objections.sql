-- Who does not want to be asked where a debtor is: a number, or a contact without one, as the HMAC-SHA256 under a key that lies in the
-- home and in no table (L10). It outlives the erasure of the contact, and no later form of its row undoes it.
CREATE TABLE objections (
    lender   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    known_at DATETIME(6) NOT NULL,
    said_by  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (lender, digest)
);
-- One row, made with the first objection: by what the key is recognised.
CREATE TABLE objection_key (
    one         INT NOT NULL PRIMARY KEY,
    check_value VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
);
