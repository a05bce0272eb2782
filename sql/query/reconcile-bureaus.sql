-- What the identities of bureaus ask of the ledger, of the standings as a run has them, and of what a bureau was told.
-- The records that a run keeps of one kind, in the order of their lines. Parameters: lender, run, bureau, kind.
-- name: kept
SELECT account_id, digest, facts FROM furnished
WHERE lender = ? AND run_id = ? AND bureau = ? AND kind = ?
ORDER BY part, ordinal
-- The accounts without a record of their own that reaches the day they should have been told of, as Owing says it, or without one of a
-- month's end between their first record and that day (S1); a record told before the account was taken back as a whole tells nothing
-- any more. Whatever became of a record: R6 asks what the bureau holds. From one day to before another as many months end as lie
-- between their calendar months; of an account that began with a baseline they are asked from its last day on.
-- Parameters: [block] bureau, known by, day, known by; [baseline] bureau, environment, kind, instant; [months] from;
-- [expected] events until, a month's end that is not told yet, months until, months until, events until, that month's end; [ends] 1
-- where an account is over once nothing but charges is owed, else 0; [transfers] lender, known by, effective by,
-- known by; [standings] lender, own run, last published run, own run; [taken back] lender, bureau, environment, kind, last
-- published run, instant, instant; opened by, from; [told] bureau, environment, kind, last published run, own run; [months]
-- the same again.
-- name: owing
SELECT o.account_id, o.expected, o.is_end, o.product, o.opened_on,
       (SELECT k.known_at FROM accounts k WHERE k.lender = o.lender AND k.account_id = o.account_id AND k.revision = 1) AS known_at,
       (SELECT CONCAT(b.`value`, ' ', b.effective_on) FROM bureau_facts b
        WHERE b.lender = o.lender AND b.account_id = o.account_id AND b.bureau = ? AND b.`key` = 'furnish_block' AND b.known_at <= ?
          AND b.effective_on <= ?
          AND NOT EXISTS (SELECT 1 FROM bureau_facts n
                          WHERE n.fact_id = b.fact_id AND n.revision > b.revision AND n.known_at <= ?)
        ORDER BY b.effective_on DESC, b.posted_at DESC, b.fact_id DESC LIMIT 1) AS block,
       CASE WHEN gone.last_run IS NULL THEN 0 ELSE 1 END AS taken_back,
       (SELECT z.facts FROM furnished z
        WHERE z.lender = o.lender AND z.account_id = o.account_id AND z.bureau = ? AND z.environment = ? AND z.run_id = 0
          AND z.kind = ? AND NOT EXISTS (SELECT 1 FROM baseline_load y
              WHERE y.lender = z.lender AND y.bureau = z.bureau AND y.environment = z.environment AND y.part = z.part AND y.at > ?)
        ORDER BY z.part DESC LIMIT 1) AS baseline
FROM (SELECT d.*, CASE WHEN d.is_end = 1 THEN d.expected ELSE d.expected + INTERVAL '1' DAY END AS months_before,
             GREATEST(d.opened_on + INTERVAL '1' DAY, CAST(? AS DATE)) AS months_from
      FROM (SELECT e.lender, e.account_id, e.product, e.opened_on,
             CASE WHEN e.ended_on <= ? AND e.ended_on < ? THEN e.ended_on
                  WHEN e.opened_on <= ? THEN CAST(? AS DATE) ELSE e.opened_on END AS expected,
             CASE WHEN e.ended_on <= ? AND e.ended_on < ? THEN 1 ELSE 0 END AS is_end
      FROM (SELECT s.lender, s.account_id, s.product, s.opened_on,
                   LEAST(COALESCE(CASE WHEN ? = 1 THEN s.repaid_on ELSE s.closed_on END, DATE '9999-12-31'),
                         COALESCE(t.sold_on, DATE '9999-12-31')) AS ended_on
            FROM standing s
            LEFT JOIN (SELECT a.account_id, MIN(a.effective_on) AS sold_on FROM agreements a
                       WHERE a.lender = ? AND a.type = 'TRANSFER' AND a.known_at <= ? AND a.effective_on <= ?
                         AND NOT EXISTS (SELECT 1 FROM agreements n
                                         WHERE n.agreement_id = a.agreement_id AND n.revision > a.revision AND n.known_at <= ?)
                       GROUP BY a.account_id) t ON t.account_id = s.account_id
            WHERE s.lender = ? AND (s.run_id = ? OR s.run_id BETWEEN 1 AND ? AND NOT EXISTS
                  (SELECT 1 FROM standing p WHERE p.lender = s.lender AND p.account_id = s.account_id AND p.run_id = ?))) e) d) o
LEFT JOIN (SELECT d.account_id, MAX(d.run_id) AS last_run
           FROM submission m
           JOIN submission_state t ON t.bureau = m.bureau AND t.environment = m.environment AND t.submission = m.submission
           JOIN furnished d ON d.lender = m.lender AND d.run_id = m.run_id AND d.bureau = m.bureau AND d.environment = m.environment
            AND d.kind = m.kind AND (d.part > m.from_part OR d.part = m.from_part AND d.ordinal >= m.from_ordinal)
            AND (d.part < m.to_part OR d.part = m.to_part AND d.ordinal <= m.to_ordinal)
           WHERE m.lender = ? AND m.bureau = ? AND m.environment = ? AND m.kind = ? AND m.run_id BETWEEN 1 AND ?
             AND t.state IN ('SENT', 'ACCEPTED') AND t.at <= ?
             AND NOT EXISTS (SELECT 1 FROM submission_state r
                             WHERE r.bureau = m.bureau AND r.environment = m.environment AND r.submission = m.submission
                               AND r.`number` > t.`number` AND r.at <= ?)
             AND NOT EXISTS (SELECT 1 FROM refusal w
                             WHERE w.lender = d.lender AND w.account_id = d.account_id AND w.bureau = d.bureau
                               AND w.environment = d.environment AND w.run_id = d.run_id AND w.kind = d.kind AND w.part = d.part
                               AND w.ordinal = d.ordinal AND w.answered_at = t.at)
           GROUP BY d.account_id) gone ON gone.account_id = o.account_id
WHERE o.opened_on <= ? AND o.expected >= ?
  AND (NOT EXISTS (
          SELECT 1 FROM furnished f
          WHERE f.lender = o.lender AND f.account_id = o.account_id AND f.bureau = ? AND f.environment = ? AND f.kind = ?
            AND (f.run_id BETWEEN 0 AND ? OR f.run_id = ?) AND f.reported_on >= o.expected
            AND (gone.last_run IS NULL OR f.run_id < 0 OR f.run_id >= gone.last_run))
       OR 0 < (
          SELECT 12 * (YEAR(o.months_before) - YEAR(GREATEST(o.months_from,
                           COALESCE(MAX(CASE WHEN f.run_id = 0 THEN f.reported_on END), MIN(f.reported_on)))))
                 + MONTH(o.months_before) - MONTH(GREATEST(o.months_from,
                           COALESCE(MAX(CASE WHEN f.run_id = 0 THEN f.reported_on END), MIN(f.reported_on))))
                 - COUNT(DISTINCT CASE WHEN f.reported_on >= o.months_from AND f.reported_on < o.months_before
                                        AND EXTRACT(DAY FROM f.reported_on + INTERVAL '1' DAY) = 1 THEN f.reported_on END)
          FROM furnished f
          WHERE f.lender = o.lender AND f.account_id = o.account_id AND f.bureau = ? AND f.environment = ? AND f.kind = ?
            AND (f.run_id BETWEEN 0 AND ? OR f.run_id = ?)
            AND (gone.last_run IS NULL OR f.run_id < 0 OR f.run_id >= gone.last_run)))
ORDER BY o.lender, o.account_id
-- The accounts of a run's records of one kind. Parameters: lender, run, bureau, kind.
-- name: told
SELECT account_id FROM furnished
WHERE lender = ? AND run_id = ? AND bureau = ? AND kind = ?
ORDER BY part, ordinal
