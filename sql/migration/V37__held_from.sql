-- What an account is held from while a reject is open: EVERYTHING, or the WORKLIST alone. A row without a readable account is of the
-- accounts of the person or of the contact that it names, where an account stands for nobody else.
ALTER TABLE rejects ADD (held_from VARCHAR(20) DEFAULT 'EVERYTHING' NOT NULL);
ALTER TABLE rejects ADD (borrower_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin);
ALTER TABLE rejects ADD (contact_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin);
CREATE INDEX rejects_borrower ON rejects (borrower_id);
CREATE INDEX rejects_contact ON rejects (contact_id);
