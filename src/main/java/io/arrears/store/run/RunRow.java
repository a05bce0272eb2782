package io.arrears.store.run;

import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.lender.SkippedNights;
import io.arrears.reconcile.Acceptance;
import io.arrears.reconcile.Identity;
import io.arrears.run.Run;
import io.arrears.run.Withdrawal;
import io.arrears.store.jdbc.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a run stands in its row. */
final class RunRow {

    /** The lender files of the runs that were read last: a night reads its row at every step, and the file in it never changes. */
    private static final Map<String, Lender> READ = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Lender> eldest) {
            return size() > 16;
        }
    });

    private RunRow() {}

    static Run of(ResultSet row, int index) throws SQLException {
        LocalDateTime finished = row.getObject("finished_at", LocalDateTime.class);
        return new Run(
                row.getLong("run_id"),
                READ.computeIfAbsent(row.getString("policy"), LenderFile::parse),
                row.getObject("as_of", LocalDate.class),
                row.getInt("sequence"),
                Run.State.valueOf(row.getString("state")),
                instant(row, "cutoff"),
                instant(row, "started_at"),
                finished == null ? null : Rows.instant(finished),
                instant(row, "generated_at"),
                row.getString("engine_version"),
                row.getBoolean("full_assessment"),
                row.getObject("previous_run_id", Long.class),
                row.getInt("restarts"),
                row.getString("manifest_digest"),
                row.getString("message"),
                withheld(row),
                acceptance(row),
                skipped(row),
                withdrawn(row));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Rows.instant(row.getObject(column, LocalDateTime.class));
    }

    private static @Nullable Acceptance acceptance(ResultSet row) throws SQLException {
        String identities = row.getString("accepted");
        return identities == null
                ? null
                : new Acceptance(
                        Arrays.stream(identities.split(" ", -1))
                                .map(Identity::valueOf)
                                .collect(Collectors.toSet()),
                        row.getString("accepted_by_one"),
                        row.getString("accepted_by_two"),
                        row.getString("accepted_because"));
    }

    private static @Nullable SkippedNights skipped(ResultSet row) throws SQLException {
        LocalDate first = row.getObject("skipped_from", LocalDate.class);
        LocalDate last = row.getObject("skipped_to", LocalDate.class);
        return first == null || last == null ? null : new SkippedNights(first, last, row.getInt("skipped_count"));
    }

    private static @Nullable Withdrawal withdrawn(ResultSet row) throws SQLException {
        LocalDateTime at = row.getObject("withdrawn_at", LocalDateTime.class);
        return at == null
                ? null
                : new Withdrawal(
                        Rows.instant(at),
                        row.getString("withdrawn_by_one"),
                        row.getString("withdrawn_by_two"),
                        row.getString("withdrawn_because"),
                        row.getBoolean("told_kept"));
    }

    private static Set<String> withheld(ResultSet row) throws SQLException {
        String bureaus = row.getString("withheld");
        return bureaus == null ? Set.of() : Set.of(bureaus.split(" ", -1));
    }

    /** As the column has them. */
    static String names(Set<Identity> identities) {
        return identities.stream().sorted().map(Identity::name).collect(Collectors.joining(" "));
    }
}
