-- Whether the last object of Spring Batch's own schema script is there.
-- name: mysql
SELECT COUNT(*) FROM BATCH_JOB_INSTANCE_SEQ
-- name: h2
SELECT COUNT(*) FROM information_schema.sequences WHERE UPPER(sequence_name) = 'BATCH_JOB_INSTANCE_SEQ'
