-- When each feed of a lender last came, and what the core system called the newest day of it.
-- name: delivered
SELECT d.feed, MAX(i.finished_at), MAX(d.import_id)
FROM import_deliveries d JOIN imports i ON i.import_id = d.import_id
WHERE d.lender IN (?, '') AND i.state = 'DONE' AND i.finished_at <= ?
GROUP BY d.feed ORDER BY d.feed
-- name: controlled
SELECT d.feed, MAX(c.business_date), MAX(c.import_id)
FROM controls c
JOIN import_deliveries d ON d.import_id = c.import_id AND d.feed = c.feed
JOIN imports i ON i.import_id = c.import_id
WHERE d.lender IN (?, '') AND i.state = 'DONE' AND i.finished_at <= ?
GROUP BY d.feed ORDER BY d.feed
-- name: note
INSERT INTO stale_feeds (run_id, feed, control_on, delivered_at) VALUES (?, ?, ?, ?)
-- name: copy
INSERT INTO stale_feeds (run_id, feed, control_on, delivered_at)
SELECT ?, feed, control_on, delivered_at FROM stale_feeds WHERE run_id = ?
-- name: of
SELECT feed, control_on, delivered_at FROM stale_feeds WHERE run_id = ? ORDER BY feed
