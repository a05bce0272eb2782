-- Of which kind the delivery makes an account: what only a line has is rejected of another.
ALTER TABLE import_accounts ADD kind VARCHAR(20);
