package io.arrears.store.contact;

import io.arrears.ladder.law.Outcome;
import io.arrears.ladder.law.StopOn;
import io.arrears.ledger.EntryType;
import io.arrears.publish.Home;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Streams what became known of a lender's accounts since a cutoff that withholds the lines written at it (L2). */
public final class SinceScan {

    private static final Sql SQL = Sql.of("since");
    private static final Duration MONTH = Duration.ofDays(31);
    private static final LocalDateTime EVER = LocalDateTime.of(9999, 12, 31, 0, 0);
    private static final int AT_A_TIME = 1000;

    private final DataSource pool;
    private final Home home;

    public SinceScan(DataSource pool, Home home) {
        this.pool = pool;
        this.home = home;
    }

    /** Takes the cells of a row of since.csv. */
    public interface Each<E extends Exception> {
        void row(List<String> cells) throws E;
    }

    /** Gives every row to a receiver, in no order. */
    public <E extends Exception> void each(String lender, Instant cutoff, Each<E> receiver) throws E, SQLException {
        stopped(lender, cutoff, receiver);
        erasedElsewhere(lender, cutoff, receiver);
        for (Kind kind : Kind.values()) {
            for (String statement : kind.statements) {
                Object[] parameters = Stream.of(List.of(lender, Rows.utc(cutoff)), kind.behind(cutoff))
                        .flatMap(List::stream)
                        .toArray();
                try (RowCursor<Came> rows =
                        new RowCursor<>(new Cursor<>(pool, SQL.get(statement), kind::read, parameters))) {
                    while (rows.hasNext()) {
                        Came came = rows.next();
                        if (came.isOfKind()) {
                            receiver.row(came.cells());
                        }
                    }
                }
            }
        }
    }

    /** A row, and whether it is what the statement looks for. */
    private record Came(List<String> cells, boolean isOfKind) {
        @Override
        public String toString() {
            return "Came[" + isOfKind + "]";
        }
    }

    /** What a row says, and the statements that find it. */
    private enum Kind {
        PAID("paid", "paid_elsewhere") {
            @Override
            List<Object> behind(Instant cutoff) {
                return List.of(Rows.words(EntryType.class, EntryType::isRepayment));
            }
        },
        NEW_NUMBER("new_number", "new_number_of_debtor"),
        DISPUTED("disputed"),
        ERASED("erased"),
        OPTED_OUT("opted_out", "opted_out_number"),
        REFUSED("refused", "refused_number") {
            @Override
            List<Object> behind(Instant cutoff) {
                return List.of(Rows.utc(cutoff.minus(MONTH)), Outcome.REFUSED.name());
            }

            @Override
            Came read(Columns row) throws SQLException {
                return new Came(cells(row, name()), Outcome.of(row.word(8)).isRefusal());
            }
        },
        REJECTED("rejected", "rejected_person", "rejected_party", "rejected_contact");

        private final List<String> statements;

        Kind(String... statements) {
            this.statements = List.of(statements);
        }

        List<Object> behind(Instant cutoff) {
            return List.of();
        }

        Came read(Columns row) throws SQLException {
            return new Came(cells(row, name()), true);
        }
    }

    /** A stop of the account that it names, or of all of its person's. */
    private <E extends Exception> void stopped(String lender, Instant cutoff, Each<E> receiver) throws E, SQLException {
        Debtors debtors = new Debtors(pool, lender, EVER);
        this.<Stopped, E>inBlocks(
                new Cursor<>(pool, SQL.get("stopped"), Stopped::of, lender, Rows.utc(cutoff)), block -> {
                    Map<String, Set<String>> owing =
                            debtors.of(block.stream().map(Stopped::account).collect(Collectors.toSet()));
                    for (Stopped stop : block) {
                        receiver.row(stop.among(owing.getOrDefault(stop.account(), Set.of())));
                    }
                });
    }

    /** Whoever has the number of an erased contact, on whatever account (L10). */
    private <E extends Exception> void erasedElsewhere(String lender, Instant cutoff, Each<E> receiver)
            throws E, SQLException {
        ErasedNumbers erased = new ErasedNumbers(pool, home, lender, cutoff);
        if (erased.isEmpty()) {
            return;
        }
        this.<Numbered, E>inBlocks(new Cursor<>(pool, SQL.get("numbers"), Numbered::of, lender), block -> {
            Map<String, Instant> known =
                    erased.among(block.stream().map(Numbered::digits).collect(Collectors.toSet()));
            for (Numbered contact : block) {
                Instant since = known.get(contact.digits());
                if (since != null) {
                    receiver.row(contact.erased(since));
                }
            }
        });
    }

    /** Takes some rows at once. */
    private interface Block<T, E extends Exception> {
        void rows(List<T> rows) throws E;
    }

    private <T, E extends Exception> void inBlocks(Cursor<T> cursor, Block<T, E> each) throws E, SQLException {
        List<T> block = new ArrayList<>();
        try (RowCursor<T> rows = new RowCursor<>(cursor)) {
            while (rows.hasNext()) {
                block.add(rows.next());
                if (block.size() == AT_A_TIME || !rows.hasNext()) {
                    each.rows(block);
                    block.clear();
                }
            }
        }
    }

    /** A contact, and a number that it has or had. */
    private record Numbered(String account, String contact, String digits) {

        static Numbered of(Columns row) throws SQLException {
            return new Numbered(row.word(1), row.word(2), row.word(3));
        }

        List<String> erased(Instant since) {
            return List.of(account, "", contact, "", Kind.ERASED.name(), "", "", since.toString());
        }

        @Override
        public String toString() {
            return "Numbered[" + contact + "]";
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
}
