package io.arrears.store.account;

import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.jdbc.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts of a lender a scan reads: all in a key range, those in it that one night has to assess, or those of which people
 * accepted something.
 *
 * @param touchedBy the run whose night_accounts are read; none for the others
 */
public record Scope(String lender, KeyRange range, @Nullable Long touchedBy, boolean isAccepted) {

    public static Scope all(String lender, KeyRange range) {
        return new Scope(lender, range, null, false);
    }

    /** The accounts with an accepted entry of a review, of whatever time. */
    static Scope accepted(String lender, KeyRange range) {
        return new Scope(lender, range, null, true);
    }

    public static Scope of(Run run, KeyRange range) {
        return new Scope(run.lender().name(), range, run.full() ? null : run.id(), false);
    }

    /** The accounts that a run has noted, whatever it assesses. */
    public static Scope touched(Run run, KeyRange range) {
        return new Scope(run.lender().name(), range, run.id(), false);
    }

    /** The statement of this name for this scope. */
    public String sql(Sql sql, String name) {
        return sql.get(touchedBy != null ? "touched" : isAccepted ? "accepted" : "all", name);
    }

    /** The statement's parameters: the run if touched, lender, range, and what else it takes. */
    public Object[] parameters(Object... rest) {
        List<Object> parameters = new ArrayList<>();
        if (touchedBy != null) {
            parameters.add(touchedBy);
        }
        parameters.addAll(List.of(lender, range.after(), range.upTo()));
        parameters.addAll(Arrays.asList(rest));
        return parameters.toArray();
    }
}
