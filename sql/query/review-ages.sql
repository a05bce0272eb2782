-- Every standing, counting or replaced, of the accounts of which an entry of a review counts, the newest first, with its entries and
-- the day of its night. Parameters: lender, last published run, and the same two for each of the other three.
-- name: standings
SELECT f.account_id, f.run_id, u.as_of, f.code, f.subject
FROM (SELECT s.account_id, s.run_id, r.code, r.subject
      FROM standing s LEFT JOIN review r ON r.lender = s.lender AND r.account_id = s.account_id AND r.run_id = s.run_id
      WHERE s.lender = ? AND s.run_id BETWEEN 1 AND ?
        AND s.account_id IN (SELECT c.account_id FROM review c WHERE c.lender = ? AND c.run_id BETWEEN 1 AND ?)
      UNION
      SELECT h.account_id, h.run_id, r.code, r.subject
      FROM standing_history h
      LEFT JOIN review_history r ON r.lender = h.lender AND r.account_id = h.account_id AND r.run_id = h.run_id
      WHERE h.lender = ? AND h.run_id BETWEEN 1 AND ?
        AND h.account_id IN (SELECT c.account_id FROM review c WHERE c.lender = ? AND c.run_id BETWEEN 1 AND ?)) f
JOIN runs u ON u.run_id = f.run_id
ORDER BY f.account_id, f.run_id DESC, f.code, f.subject
