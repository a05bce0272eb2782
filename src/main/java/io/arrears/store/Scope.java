package io.arrears.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts of a lender a scan reads: all in a key range, or those in it that one night has to assess.
 *
 * @param touchedBy the run whose night_accounts are read; none for all accounts
 */
public record Scope(String lender, KeyRange range, @Nullable Long touchedBy) {

    public static Scope all(String lender, KeyRange range) {
        return new Scope(lender, range, null);
    }

    public static Scope of(Run run, KeyRange range) {
        return new Scope(run.lender().name(), range, run.full() ? null : run.id());
    }

    /** The accounts that a run has noted, whatever it assesses. */
    public static Scope touched(Run run, KeyRange range) {
        return new Scope(run.lender().name(), range, run.id());
    }

    /** The statement of this name for this scope. */
    String sql(Sql sql, String name) {
        return sql.get(touchedBy == null ? name : name + "_touched");
    }

    /** The statement's parameters: the run if touched, lender, range, and what else it takes. */
    Object[] parameters(Object... rest) {
        List<Object> parameters = new ArrayList<>();
        if (touchedBy != null) {
            parameters.add(touchedBy);
        }
        parameters.addAll(List.of(lender, range.after(), range.upTo()));
        parameters.addAll(Arrays.asList(rest));
        return parameters.toArray();
    }
}
