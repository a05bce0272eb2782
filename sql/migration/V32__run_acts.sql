-- The records of a run by kind and place, with what each does: to count a run's corrections reads no record.
CREATE INDEX furnished_place ON furnished (lender, run_id, bureau, kind, part, ordinal, act);
DROP INDEX furnished_run ON furnished;
