package io.arrears.store.bureau;

import io.arrears.furnish.FurnishBlock;
import io.arrears.ledger.BureauFact;
import io.arrears.store.jdbc.Columns;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Rows of {@code bureau_facts} that may be a {@code furnish_block}, read beside an account or a record. */
final class Blocks {

    /** A fact, and the bureau that it is for. */
    record Fact(String bureau, BureauFact fact) {}

    private Blocks() {}

    /** Of the columns {@code bureau, revision, fact_id, key, value, effective_on, posted_at}, the first of which is at a number. */
    static Form<Fact> read(Columns row, int at) throws SQLException {
        String bureau = row.word(at);
        Form<BureauFact> fact = Form.fact(row, at + 1);
        return new Form<>(fact.id(), fact.revision(), new Fact(bureau, fact.row()));
    }

    /** Whether a bureau must not be told of the account on a day. */
    static boolean isInForce(List<Form<Fact>> facts, String bureau, LocalDate day) {
        if (facts.isEmpty()) {
            return false;
        }
        List<BureauFact> ofBureau = Form.newest(facts).stream()
                .filter(fact -> fact.bureau().equals(bureau))
                .map(Fact::fact)
                .toList();
        return FurnishBlock.inForce(ofBureau, day).isPresent();
    }
}
