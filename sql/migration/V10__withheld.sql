-- The bureaus whose files were kept back since R1 or R2 differs for them alone, by name and a space between: what the run would
-- have told them counts for nothing, and the next run tells it.
ALTER TABLE runs ADD COLUMN withheld VARCHAR(400);
