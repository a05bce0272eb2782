package io.arrears.store.contact;

import io.arrears.ladder.law.StopOn;
import io.arrears.store.jdbc.Columns;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.RowCursor;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Streams what became known of a lender's accounts since a cutoff that withholds the lines written at it (L2). */
public final class SinceScan {

    private static final Sql SQL = Sql.of("since");
    private static final Duration MONTH = Duration.ofDays(31);
    private static final LocalDateTime EVER = LocalDateTime.of(9999, 12, 31, 0, 0);
    private static final int AT_A_TIME = 1000;
    private static final Map<String, String> KINDS = kinds();

    private final DataSource pool;

    public SinceScan(DataSource pool) {
        this.pool = pool;
    }

    /** Takes the cells of a row of since.csv. */
    public interface Each<E extends Exception> {
        void row(List<String> cells) throws E;
    }

    /** Gives every row to a receiver, in no order. */
    public <E extends Exception> void each(String lender, Instant cutoff, Each<E> receiver) throws E, SQLException {
        stopped(lender, cutoff, receiver);
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            List<Object> parameters = new ArrayList<>(List.of(lender, Rows.utc(cutoff)));
            if (kind.getValue().equals("REFUSED")) {
                parameters.add(Rows.utc(cutoff.minus(MONTH)));
            }
            try (RowCursor<List<String>> rows = new RowCursor<>(new Cursor<>(
                    pool, SQL.get(kind.getKey()), row -> cells(row, kind.getValue()), parameters.toArray()))) {
                while (rows.hasNext()) {
                    receiver.row(rows.next());
                }
            }
        }
    }

    /** A stop of the account that it names, or of all of its person's. */
    private <E extends Exception> void stopped(String lender, Instant cutoff, Each<E> receiver) throws E, SQLException {
        Debtors debtors = new Debtors(pool, lender, EVER);
        List<Stopped> block = new ArrayList<>();
        try (RowCursor<Stopped> rows =
                new RowCursor<>(new Cursor<>(pool, SQL.get("stopped"), Stopped::of, lender, Rows.utc(cutoff)))) {
            while (rows.hasNext()) {
                block.add(rows.next());
                if (block.size() == AT_A_TIME || !rows.hasNext()) {
                    Map<String, Set<String>> owing =
                            debtors.of(block.stream().map(Stopped::account).collect(Collectors.toSet()));
                    for (Stopped stop : block) {
                        receiver.row(stop.among(owing.getOrDefault(stop.account(), Set.of())));
                    }
                    block.clear();
                }
            }
        }
    }

    /** A row of a stop, and the person that it names, who may not be known. */
    private record Stopped(List<String> cells, @Nullable String person) {

        static Stopped of(Columns row) throws SQLException {
            String number = row.wordOrNull(9);
            return new Stopped(
                    SinceScan.cells(row, "STOPPED"), number == null ? null : People.person(row.word(8), number));
        }

        String account() {
            return cells.get(0);
        }

        List<String> among(Set<String> debtors) {
            String contact = cells.get(2).isEmpty() ? null : cells.get(2);
            List<String> bounded = new ArrayList<>(cells);
            if (!StopOn.isBounded(person, contact, debtors)) {
                bounded.set(0, "");
            }
            return bounded;
        }

        @Override
        public String toString() {
            return "Stopped[" + account() + "]";
        }
    }

    private static List<String> cells(Columns row, String kind) throws SQLException {
        return List.of(
                row.word(1),
                text(row.wordOrNull(2)),
                text(row.wordOrNull(3)),
                text(row.wordOrNull(4)),
                kind,
                text(row.dateOrNull(5)),
                text(row.dateOrNull(6)),
                row.instant(7).toString());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.replaceAll("\\p{Cntrl}", " ");
    }

    private static String text(@Nullable LocalDate value) {
        return value == null ? "" : value.toString();
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("paid", "PAID");
        kinds.put("paid_elsewhere", "PAID");
        kinds.put("new_number", "NEW_NUMBER");
        kinds.put("new_number_of_debtor", "NEW_NUMBER");
        kinds.put("disputed", "DISPUTED");
        kinds.put("erased", "ERASED");
        kinds.put("opted_out", "OPTED_OUT");
        kinds.put("opted_out_number", "OPTED_OUT");
        kinds.put("refused", "REFUSED");
        kinds.put("refused_number", "REFUSED");
        kinds.put("rejected", "REJECTED");
        return kinds;
    }
}
