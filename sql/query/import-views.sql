-- A core system's views, named as the feeds. <schema> and <view> are names that were checked.
-- name: names
SELECT LOWER(table_name) FROM information_schema.tables WHERE LOWER(table_schema) = LOWER(?)
-- name: has-changed-at
SELECT COUNT(*) FROM information_schema.columns
WHERE LOWER(table_schema) = LOWER(?) AND LOWER(table_name) = ? AND LOWER(column_name) = 'changed_at'
-- name: all
SELECT * FROM `<schema>`.`<view>`
-- name: changed
SELECT * FROM `<schema>`.`<view>` WHERE changed_at >= ?
-- name: last-clean
SELECT MAX(started_at) FROM imports i
WHERE i.source = ? AND i.state = 'DONE'
  AND NOT EXISTS (SELECT 1 FROM import_files f WHERE f.import_id = i.import_id AND f.rejected > 0)
-- name: utc-mysql
SET SESSION time_zone = '+00:00'
-- name: default-zone-mysql
SET SESSION time_zone = DEFAULT
-- name: count
SELECT COUNT(*) FROM `<schema>`.`<view>`
-- How many rows the pulls of a view had given by the end of its newest one that is done; what was rejected is pulled again.
-- name: given
SELECT CASE WHEN v.whole THEN v.counted - COALESCE(f.rejected, 0) ELSE v.given + COALESCE(f.loaded, 0) END
FROM import_views v
JOIN imports i ON i.import_id = v.import_id
LEFT JOIN import_files f ON f.import_id = v.import_id AND f.feed = v.feed
WHERE i.source = ? AND i.state = 'DONE' AND v.feed = ?
ORDER BY v.import_id DESC LIMIT 1
-- name: pulled
INSERT INTO import_views (import_id, feed, counted, given, whole) VALUES (?, ?, ?, ?, ?)
-- A view in which nothing changed was looked at for all whose rows it ever gave.
-- name: looked-at
INSERT IGNORE INTO import_deliveries (import_id, feed, lender)
SELECT DISTINCT ?, d.feed, d.lender FROM import_deliveries d JOIN imports i ON i.import_id = d.import_id
WHERE i.source = ? AND i.state = 'DONE' AND d.feed = ?
-- name: counts
SELECT v.feed, v.counted, v.given, v.whole, COALESCE(f.loaded, 0)
FROM import_views v LEFT JOIN import_files f ON f.import_id = v.import_id AND f.feed = v.feed
WHERE v.import_id = ? AND v.given IS NOT NULL ORDER BY v.feed
