-- Persons and telephones are found by these over all accounts. Digits are filled by the import; none where a telephone has none or was
-- erased.
ALTER TABLE borrowers ADD (phone_digits VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin);
ALTER TABLE contacts ADD (phone_digits VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin);
ALTER TABLE contact_attempts ADD (handle VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin);

UPDATE borrowers SET phone_digits = NULLIF(REGEXP_REPLACE(phone, '[^0-9]', ''), '') WHERE phone IS NOT NULL AND phone_digits IS NULL;
UPDATE contacts SET phone_digits = NULLIF(REGEXP_REPLACE(phone, '[^0-9]', ''), '') WHERE phone <> '' AND phone_digits IS NULL;

CREATE INDEX borrowers_person ON borrowers (id_type, id_number);
CREATE INDEX borrowers_phone ON borrowers (phone_digits);
CREATE INDEX contacts_phone ON contacts (phone_digits);
CREATE INDEX contact_attempts_contact ON contact_attempts (contact_id);
CREATE INDEX contact_attempts_party ON contact_attempts (party_id);
CREATE INDEX contact_attempts_handle ON contact_attempts (handle);
