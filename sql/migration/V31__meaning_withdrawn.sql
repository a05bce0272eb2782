-- The same of the records of withdrawn runs.
ALTER TABLE furnished_withdrawn ADD COLUMN subject VARCHAR(8);
ALTER TABLE furnished_withdrawn ADD COLUMN act VARCHAR(16);
ALTER TABLE furnished_withdrawn ADD COLUMN moment VARCHAR(10);
ALTER TABLE furnished_withdrawn ADD COLUMN speaks_of DATE;
ALTER TABLE furnished_withdrawn ADD COLUMN is_negative BOOLEAN;
ALTER TABLE furnished_withdrawn ADD COLUMN is_last BOOLEAN;
ALTER TABLE furnished_withdrawn ADD COLUMN overdue DECIMAL(24,4);

UPDATE furnished_withdrawn SET
    subject = CASE WHEN kind IN ('110', '114') THEN 'PERSON' ELSE 'ACCOUNT' END,
    act = CASE kind WHEN '110' THEN 'REPORT' WHEN '210' THEN 'REPORT' WHEN '213' THEN 'RETRACT_PART' WHEN '114' THEN 'RETRACT_ACCOUNT'
                    WHEN '214' THEN 'RETRACT_ACCOUNT' ELSE 'CORRECT' END,
    moment = CASE WHEN kind <> '210' THEN 'EVENT' WHEN code = '10' THEN 'OPENING' WHEN code = '20' THEN 'CLOSING'
                  WHEN code IN ('30', '31', '32') THEN 'MONTH_END' WHEN code = '40' THEN 'CURE' ELSE 'EVENT' END,
    speaks_of = CASE WHEN kind = '212' AND facts LIKE '%"Month":"%'
                     THEN CAST(CONCAT(SUBSTRING(REGEXP_SUBSTR(facts, '"Month":"[0-9]{4}-[0-9]{2}'), 10), '-01') AS DATE)
                          + INTERVAL '1' MONTH - INTERVAL '1' DAY
                     ELSE reported_on END,
    is_negative = CASE WHEN facts REGEXP '"RpyStatus":"[1-7B]"' THEN TRUE ELSE FALSE END,
    is_last = CASE WHEN facts LIKE '%"AcctStatus":"3"%' THEN TRUE ELSE FALSE END,
    overdue = CAST(SUBSTRING(REGEXP_SUBSTR(facts, '"TotOverd":"[0-9]+'), 13) AS DECIMAL(24,4))
WHERE subject IS NULL;

ALTER TABLE furnished_withdrawn MODIFY COLUMN subject VARCHAR(8) NOT NULL;
ALTER TABLE furnished_withdrawn MODIFY COLUMN act VARCHAR(16) NOT NULL;
ALTER TABLE furnished_withdrawn MODIFY COLUMN moment VARCHAR(10) NOT NULL;
ALTER TABLE furnished_withdrawn MODIFY COLUMN speaks_of DATE NOT NULL;
ALTER TABLE furnished_withdrawn MODIFY COLUMN is_negative BOOLEAN NOT NULL;
ALTER TABLE furnished_withdrawn MODIFY COLUMN is_last BOOLEAN NOT NULL;
