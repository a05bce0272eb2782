-- Whether only somebody with SUPER may create triggers: MySQL writes a binary log, and does not trust them in it.
-- name: triggers_need_super
SELECT @@GLOBAL.log_bin = 1 AND @@GLOBAL.log_bin_trust_function_creators = 0
-- name: grants
SHOW GRANTS
-- Which migrations were made stands in Flyway's table, which it makes by several statements; the last is its index.
-- name: history_table
SELECT COUNT(*) FROM information_schema.tables
WHERE table_name = 'schema_history' AND table_schema = (SELECT SCHEMA())
-- name: history_index_mysql
SELECT COUNT(*) FROM information_schema.statistics
WHERE table_name = 'schema_history' AND index_name = 'schema_history_s_idx' AND table_schema = (SELECT SCHEMA())
-- name: history_index_h2
SELECT COUNT(*) FROM information_schema.indexes
WHERE table_name = 'schema_history' AND index_name = 'schema_history_s_idx' AND table_schema = (SELECT SCHEMA())
-- name: complete_history_key
ALTER TABLE schema_history ADD CONSTRAINT schema_history_pk PRIMARY KEY (installed_rank)
-- name: complete_history_index
CREATE INDEX schema_history_s_idx ON schema_history (success)
-- name: forget_failure
DELETE FROM schema_history WHERE script = ? AND success = FALSE
