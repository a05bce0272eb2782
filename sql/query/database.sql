-- Whether only somebody with SUPER may create triggers: MySQL writes a binary log, and does not trust them in it.
-- name: triggers_need_super
SELECT @@GLOBAL.log_bin = 1 AND @@GLOBAL.log_bin_trust_function_creators = 0
-- name: grants
SHOW GRANTS
