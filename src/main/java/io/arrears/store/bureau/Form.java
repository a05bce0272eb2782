package io.arrears.store.bureau;

import io.arrears.ledger.BureauFact;
import io.arrears.store.jdbc.Columns;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A row, the id that its forms share, and which form of it this is. */
record Form<T>(String id, long revision, T row) {

    /** Of each row its newest form, in the order of the rows' ids. */
    static <T> List<T> newest(List<Form<T>> forms) {
        return forms.stream()
                .collect(Collectors.toMap(Form::id, form -> form, (a, b) -> a.revision() > b.revision() ? a : b))
                .values()
                .stream()
                .sorted(Comparator.comparing(Form::id))
                .map(Form::row)
                .toList();
    }

    /** Of the columns {@code revision, fact_id, key, value, effective_on, posted_at}, the first of which is at a number. */
    static Form<BureauFact> fact(Columns row, int at) throws SQLException {
        int revision = row.integer(at);
        BureauFact fact = new BureauFact(
                row.word(at + 1), row.word(at + 2), row.word(at + 3), row.date(at + 4), row.instant(at + 5));
        return new Form<>(fact.factId(), revision, fact);
    }
}
