package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.ledger.Person;

/** Whose an account or a contract is, and which office manages it, as every base section names them. */
record Borrower(PbocSettings settings, Person person) {

    Section in(Section base) {
        return base.with("Name", person.fullName())
                .with("IDType", settings.identityType(person))
                .with("IDNum", person.idNumber())
                .with("MngmtOrgCode", settings.organisation());
    }
}
