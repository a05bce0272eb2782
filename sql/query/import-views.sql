-- A core system's views, named as the feeds. {schema} and {view} are names that were checked.
-- name: names
SELECT LOWER(table_name) FROM information_schema.tables WHERE LOWER(table_schema) = LOWER(?)
-- name: has-changed-at
SELECT COUNT(*) FROM information_schema.columns
WHERE LOWER(table_schema) = LOWER(?) AND LOWER(table_name) = ? AND LOWER(column_name) = 'changed_at'
-- name: all
SELECT * FROM `{schema}`.`{view}`
-- name: changed
SELECT * FROM `{schema}`.`{view}` WHERE changed_at >= ?
-- name: last-clean
SELECT MAX(started_at) FROM imports i
WHERE i.source = ? AND i.state = 'DONE'
  AND NOT EXISTS (SELECT 1 FROM import_files f WHERE f.import_id = i.import_id AND f.rejected > 0)
-- name: utc-mysql
SET SESSION time_zone = '+00:00'
-- name: default-zone-mysql
SET SESSION time_zone = DEFAULT
