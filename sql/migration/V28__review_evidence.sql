-- In figures what is wrong with a fact that a rule set aside; empty where its code says it all.
ALTER TABLE review ADD COLUMN evidence VARCHAR(400) DEFAULT '' NOT NULL;
ALTER TABLE review_history ADD COLUMN evidence VARCHAR(400) DEFAULT '' NOT NULL;
