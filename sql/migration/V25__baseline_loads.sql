-- When a baseline was loaded, or its rows replaced, after the first; its rows are those of furnished of run 0 and this part. Of an
-- account the newest part holds. Part 0 stands without a row, and was always known. Each statement may be run again.
CREATE TABLE IF NOT EXISTS baseline_load (
    lender      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bureau      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    environment VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    part        INT         NOT NULL,
    at          DATETIME(6) NOT NULL,
    by_one      VARCHAR(100),
    by_two      VARCHAR(100),
    reason      VARCHAR(500),
    PRIMARY KEY (lender, bureau, environment, part)
);
