package io.arrears.ledger;

import java.util.List;

/**
 * All facts of one account that exist at a cutoff: the newest form of each row, nothing known later.
 *
 * <p>The lists may stand in any order; the assessment puts them in the order its rules name.
 */
public record AccountFacts(
        Account account,
        List<Instalment> instalments,
        List<Entry> entries,
        List<Agreement> agreements,
        List<ClassFact> classFacts,
        List<Statement> statements) {

    /** Those of a loan, which has no statements. */
    public AccountFacts(
            Account account,
            List<Instalment> instalments,
            List<Entry> entries,
            List<Agreement> agreements,
            List<ClassFact> classFacts) {
        this(account, instalments, entries, agreements, classFacts, List.of());
    }
}
