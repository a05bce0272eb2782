-- What counts of the ledger's facts, for whatever row x has a lender and an account_id.
-- The newest furnish_block in force, b. Parameters: bureau, known by, day, known by.
-- part: block
FROM bureau_facts b
WHERE b.lender = x.lender AND b.account_id = x.account_id AND b.bureau = ? AND b.`key` = 'furnish_block' AND b.known_at <= ?
  AND b.effective_on <= ?
  AND NOT EXISTS (SELECT 1 FROM bureau_facts n WHERE n.fact_id = b.fact_id AND n.revision > b.revision AND n.known_at <= ?)
ORDER BY b.effective_on DESC, b.posted_at DESC, b.fact_id DESC LIMIT 1
