package io.arrears.store.bureau;

import io.arrears.ledger.BureauFact;
import io.arrears.store.jdbc.Columns;
import java.sql.SQLException;
import java.util.List;

/** Rows of {@code bureau_facts}, any of which a correction may have given to another bureau or another key. */
final class BureauFacts {

    /** A fact, and the bureau that it is for. */
    record Fact(String bureau, BureauFact fact) {}

    private BureauFacts() {}

    /** Of the columns {@code bureau, revision, fact_id, key, value, effective_on, posted_at}, the first of which is at a number. */
    static Form<Fact> read(Columns row, int at) throws SQLException {
        String bureau = row.word(at);
        int revision = row.integer(at + 1);
        BureauFact fact = new BureauFact(
                row.word(at + 2), row.word(at + 3), row.word(at + 4), row.date(at + 5), row.instant(at + 6));
        return new Form<>(fact.factId(), revision, new Fact(bureau, fact));
    }

    /** Those that are for a bureau today, whatever they were before. */
    static List<BureauFact> of(String bureau, List<Form<Fact>> facts) {
        return Form.newest(facts).stream()
                .filter(fact -> fact.bureau().equals(bureau))
                .map(Fact::fact)
                .toList();
    }
}
