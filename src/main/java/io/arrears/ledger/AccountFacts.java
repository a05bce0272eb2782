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
        List<ClassFact> classFacts) {}
