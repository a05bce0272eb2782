-- The feeds on whose stale data a run was started, as it found them then; none in nearly every run. The feed is empty where none was
-- asked for by name. control_on: what the core system called its newest day; delivered_at: when the newest import of it was done.
CREATE TABLE IF NOT EXISTS stale_feeds (
    run_id       BIGINT      NOT NULL,
    feed         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    control_on   DATE,
    delivered_at DATETIME(6),
    PRIMARY KEY (run_id, feed)
);
