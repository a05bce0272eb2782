-- A lock of one lender in one database; GET_LOCK's names are the whole server's and 64 characters long.
-- name: take
SELECT GET_LOCK(CONCAT('arrears:', LEFT(SHA2(CONCAT(DATABASE(), '/', ?), 256), 40)), 0)
-- name: short_timeout
SET SESSION wait_timeout = 60
-- name: release
SELECT RELEASE_ALL_LOCKS()
-- The lock of a database's tables; no lender's name has a slash.
-- name: take_tables
SELECT GET_LOCK(CONCAT('arrears:', LEFT(SHA2(CONCAT(DATABASE(), '//tables'), 256), 40)), 600)
