-- The delivered files that became known to a lender's runs after one cutoff and up to another.
-- name: between
SELECT f.import_id, f.feed, f.bytes, f.sha256, f.`rows`, f.rejected
FROM import_lenders l
JOIN imports i ON i.import_id = l.import_id AND i.state = 'DONE'
JOIN import_files f ON f.import_id = l.import_id
WHERE l.lender = ? AND l.known_from > ? AND l.known_from <= ?
ORDER BY f.import_id, f.feed
