-- Whose rows a delivery brought in each feed, those that the ledger had already as well: what says that a feed still comes. The
-- lender is empty where the rows, or their absence, are nobody's or everybody's.
CREATE TABLE IF NOT EXISTS import_deliveries (
    import_id BIGINT      NOT NULL,
    feed      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    lender    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (import_id, feed, lender)
);
INSERT IGNORE INTO import_deliveries (import_id, feed, lender)
SELECT f.import_id, f.feed, l.lender FROM import_files f JOIN import_lenders l ON l.import_id = f.import_id;

-- How many rows a view had when it was pulled, and how many the pulls before had given; none before its first whole pull.
CREATE TABLE IF NOT EXISTS import_views (
    import_id BIGINT      NOT NULL,
    feed      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    counted   BIGINT      NOT NULL,
    given     BIGINT,
    whole     BOOLEAN     NOT NULL,
    PRIMARY KEY (import_id, feed)
);
