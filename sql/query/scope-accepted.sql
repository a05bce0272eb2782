-- The accounts of a range of which people accepted an entry of a review: few, so they come first.
-- The tables that a statement with joins of its own has to read first.
-- part: first
r, x
-- part: hint
-- Parameters: lender, after, up to.
-- part: join
JOIN (SELECT DISTINCT lender, account_id FROM accepted_review WHERE lender = ? AND account_id > ? AND account_id <= ?) r
  ON r.account_id = x.account_id
-- part: within
x.lender = r.lender
-- part: order
x.account_id
