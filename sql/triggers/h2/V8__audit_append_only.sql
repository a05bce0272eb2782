-- What was told of a lender's book is never changed and never taken back, whoever is logged in.
CREATE TRIGGER audit_event_append_only BEFORE UPDATE, DELETE ON audit_event FOR EACH ROW
    CALL 'io.arrears.store.AppendOnly';
