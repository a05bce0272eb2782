package io.arrears.store.account;

import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.jdbc.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts of a lender a scan reads: all in a key range, those in it that one night has to assess or its ladder looks at, or
 * those of which people accepted something.
 *
 * @param kind the scope's file: {@code sql/query/scope-<kind>.sql}
 * @param notedBy the run that noted the accounts; none for those that no run noted
 */
public record Scope(
        String lender,
        KeyRange range,
        String kind,
        @Nullable Long notedBy) {

    public static Scope all(String lender, KeyRange range) {
        return new Scope(lender, range, "all", null);
    }

    /** The accounts with an accepted entry of a review, of whatever time. */
    static Scope accepted(String lender, KeyRange range) {
        return new Scope(lender, range, "accepted", null);
    }

    public static Scope of(Run run, KeyRange range) {
        return run.full() ? all(run.lender().name(), range) : touched(run, range);
    }

    /** The accounts that a run has noted, whatever it assesses. */
    public static Scope touched(Run run, KeyRange range) {
        return new Scope(run.lender().name(), range, "touched", run.id());
    }

    /** The accounts that a run's ladder looks at. */
    public static Scope overdue(Run run, KeyRange range) {
        return new Scope(run.lender().name(), range, "overdue", run.id());
    }

    /** The statement of this name for this scope. */
    public String sql(Sql sql, String name) {
        return sql.get(kind, name);
    }

    /** The statement's parameters: the run if one noted them, lender, range, and what else it takes. */
    public Object[] parameters(Object... rest) {
        List<Object> parameters = new ArrayList<>();
        if (notedBy != null) {
            parameters.add(notedBy);
        }
        parameters.addAll(List.of(lender, range.after(), range.upTo()));
        parameters.addAll(Arrays.asList(rest));
        return parameters.toArray();
    }
}
