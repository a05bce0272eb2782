package io.arrears.store.imports;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.feed.Feed;
import io.arrears.feed.Layout;
import io.arrears.feed.Masking;
import io.arrears.feed.Reject;
import io.arrears.store.KnownFrom;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Rejects that hold their account: opened by an import, closed when the row arrives or two people discard it. */
public final class RejectStore {

    private static final Sql SQL = Sql.of("import-rejects");
    private static final Sql LENDERS = Sql.of("lenders");
    private static final Pattern BY_LINE = Pattern.compile("([0-9]{1,18}):([a-z_]+):([0-9]{1,18})");
    private static final Pattern BY_KEY = Pattern.compile("([a-z_]+):(.+)");

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final ImportBeginning beginning;

    public RejectStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.beginning = new ImportBeginning(jdbc);
    }

    /**
     * A rejected row that has not arrived.
     *
     * @param account the id that it names; empty where that cannot be read, masked where it has the looks of something personal
     * @param row as {@code feed:key}
     */
    public record Missing(String account, String row, Instant rejectedAt) {}

    /**
     * Rows that hold from bureaus and whose account the ledger does not know, so that they can be any account's; as a cutoff sees
     * them, the oldest first.
     */
    public List<Missing> unknown(String lender, Instant cutoff) {
        return missing("unknown", lender, 3, cutoff);
    }

    /** Rows that say how somebody is contacted, whoever it is (L3), likewise. */
    public List<Missing> ofWorklist(String lender, Instant cutoff) {
        return missing("of-worklist", lender, 2, cutoff);
    }

    /** Those of them that name neither an account nor a person nor a contact that the ledger knows. */
    public List<Missing> ofNobody(String lender, Instant cutoff) {
        return missing("of-nobody", lender, 5, cutoff);
    }

    /** @param times how often the statement takes the cutoff */
    private List<Missing> missing(String statement, String lender, int times, Instant cutoff) {
        List<Object> parameters = new ArrayList<>(List.of(lender));
        parameters.addAll(Collections.nCopies(times, Rows.utc(cutoff)));
        return jdbc.query(
                SQL.get(statement),
                (rs, i) -> new Missing(
                        rs.getString(1) == null ? "" : Masking.id(rs.getString(1)),
                        shown(rs.getString(2), rs.getString(3)),
                        Rows.instant(rs, 4)),
                parameters.toArray());
    }

    /** Rows of a lender's accounts that hold from bureaus, likewise. */
    public List<Missing> ofAccounts(String lender, Instant cutoff) {
        LocalDateTime at = Rows.utc(cutoff);
        return jdbc.query(
                SQL.get("of-accounts"),
                (rs, i) -> new Missing(rs.getString(1), shown(rs.getString(2), rs.getString(3)), Rows.instant(rs, 4)),
                at,
                at,
                lender,
                at);
    }

    /** A row as lists name it, {@code feed:key}; what is no id is masked, since they are for many eyes. */
    public static String shown(String feed, String key) {
        String shown = Masking.key(Feed.ofTable(feed).orElseThrow(), key, false);
        return feed + ":" + (shown.isEmpty() ? key : shown);
    }

    /**
     * Opens the rejects; a key that already waits for its row goes on waiting under its first reject.
     *
     * @param of whose all other rows of the delivery are, for rows whose account is unknown; none where nobody can tell
     */
    public void open(long importId, Collection<? extends Reject> rejects, KnownFrom known, @Nullable String of) {
        Map<Feed, List<Reject>> byFeed =
                rejects.stream().collect(Collectors.groupingBy(Reject::feed, Collectors.toList()));
        Map<String, String> lenders = lendersOf(rejects);
        List<@Nullable Object[]> rows = new ArrayList<>();
        byFeed.forEach((feed, ofFeed) -> {
            Set<String> waiting = waiting(importId, feed, ofFeed);
            for (Reject reject : ofFeed) {
                if (!waiting.contains(reject.key())) {
                    rows.add(row(importId, reject, lenders.getOrDefault(reject.accountId(), of), known));
                }
            }
        });
        jdbc.batchUpdate(SQL.get("open"), rows);
    }

    private static @Nullable Object[] row(long importId, Reject reject, @Nullable String lender, KnownFrom known) {
        return new @Nullable Object[] {
            importId,
            reject.feed().table(),
            reject.line(),
            reject.key(),
            lender,
            reject.of().account(),
            reject.of().borrower(),
            reject.of().contact(),
            reject.feed().heldFrom().name(),
            reject.column(),
            reject.masked(),
            reject.reason(),
            known.of(lender == null ? "" : lender)
        };
    }

    private Set<String> waiting(long importId, Feed feed, List<Reject> rejects) {
        Map<String, Object> values = Map.of(
                "feed",
                feed.table(),
                "import",
                importId,
                "keys",
                rejects.stream().map(Reject::key).toList());
        return new HashSet<>(named.queryForList(SQL.get("open-elsewhere"), values, String.class));
    }

    private Map<String, String> lendersOf(Collection<? extends Reject> rejects) {
        Set<@Nullable String> ids =
                rejects.stream().map(Reject::accountId).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, String> lenders = new HashMap<>();
        if (ids.isEmpty()) {
            return lenders;
        }
        named.query(SQL.get("lenders"), Map.of("ids", ids), rs -> {
            lenders.put(rs.getString(1), rs.getString(2));
        });
        return lenders;
    }

    /** Closes the open rejects of rows that arrived. */
    public void arrive(long importId, Feed feed, List<LedgerRows.LedgerRow> rows) {
        Layout layout = feed.layout();
        List<Object[]> closed = rows.stream()
                .map(row -> new Object[] {
                    row.knownAt(), "import " + importId, feed.table(), layout.keyOf(row.values()), importId
                })
                .toList();
        if (!closed.isEmpty()) {
            jdbc.batchUpdate(SQL.get("arrive"), closed);
        }
    }

    private record Open(
            long importId, String feed, long line, @Nullable String lender) {}

    /** How many rejects were discarded, and the lenders whose books they are of. */
    public record Discarded(int rejects, SortedSet<String> lenders) {}

    /**
     * Closes open rejects whose row will never arrive. The caller holds the transaction.
     *
     * @param reference {@code import:feed:line}, or {@code feed:key}
     * @throws Refused (2) when there is no open one
     */
    public Discarded discard(String reference, Reason reason, TwoPeople people, Instant now) {
        List<Open> open = find(reference);
        if (open.isEmpty()) {
            throw new Refused(
                    ExitCode.USAGE,
                    "no open reject \"" + reference
                            + "\"; name it as IMPORT:FEED:LINE (rejected.csv has feed and line), or FEED:KEY like \"instalments:A17 1 3\"");
        }
        SortedSet<String> concerned = new TreeSet<>();
        for (Open reject : open) {
            Collection<String> lenders = lenders(reject.lender());
            concerned.addAll(lenders);
            jdbc.update(
                    SQL.get("discard"),
                    knownFrom(lenders, now),
                    people.toString(),
                    reason.text(),
                    reject.importId(),
                    reject.feed(),
                    reject.line());
        }
        return new Discarded(open.size(), concerned);
    }

    private List<Open> find(String reference) {
        Matcher line = BY_LINE.matcher(reference);
        if (line.matches()) {
            return find("find-by-line", Long.valueOf(line.group(1)), line.group(2), Long.valueOf(line.group(3)));
        }
        Matcher key = BY_KEY.matcher(reference);
        return key.matches() ? find("find-by-key", key.group(1), key.group(2)) : List.of();
    }

    private List<Open> find(String statement, Object... values) {
        return jdbc.query(
                SQL.get(statement),
                (rs, i) -> new Open(rs.getLong(1), rs.getString(2), rs.getLong(3), rs.getString(4)),
                values);
    }

    /** The lender of a reject; all of them where nobody can tell. */
    private Collection<String> lenders(@Nullable String lender) {
        return lender == null ? new TreeSet<>(jdbc.queryForList(LENDERS.get("all"), String.class)) : List.of(lender);
    }

    /** Just after the last cutoff, under the lenders' locks: no run that has started sees the change. */
    private LocalDateTime knownFrom(Collection<String> lenders, Instant now) {
        LocalDateTime latest = KnownFrom.ALWAYS;
        for (String each : lenders) {
            jdbc.queryForList(LENDERS.get("lock"), String.class, each);
            LocalDateTime from = beginning.knownFrom(each, now);
            latest = from.isAfter(latest) ? from : latest;
        }
        return latest;
    }
}
