-- Since when nothing but charges is owed; of standings from before, none until they are assessed anew.
ALTER TABLE standing ADD COLUMN repaid_on DATE;
ALTER TABLE standing_history ADD COLUMN repaid_on DATE;
