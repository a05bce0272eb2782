-- The due days that two nights have between them and nobody ran: the first, the last and how many; none in nearly every run.
ALTER TABLE runs ADD COLUMN skipped_from DATE;
ALTER TABLE runs ADD COLUMN skipped_to DATE;
ALTER TABLE runs ADD COLUMN skipped_count INT;
