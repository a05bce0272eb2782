package io.arrears.store.contact;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.ladder.law.Outcome;
import io.arrears.publish.Home;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Who does not want to be asked where a debtor is: whoever opted out, refused to speak or was erased, by the number and by the contact
 * (L10). It holds for the number on every account of the lender, for ever, and whatever later rows say.
 */
public final class Objections {

    private static final Sql SQL = Sql.of("objections");
    private static final int AT_A_TIME = 1000;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final ObjectionKey key;

    public Objections(JdbcTemplate jdbc, Home home) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.key = new ObjectionKey(home);
    }

    /**
     * Somebody's objection.
     *
     * @param by the id of the row that says so: a contact's or an attempt's
     * @param digits of the number that it is about; none where only the contact is known
     */
    public record Said(
            String lender,
            String by,
            String contact,
            @Nullable String digits,
            LocalDateTime knownAt) {}

    /**
     * Sees to it that the key is there if anything was kept under it.
     *
     * @throws Refused unless it is
     */
    public void requireKey(ExitCode otherwise) {
        check().ifPresent(check -> key.require(check, otherwise));
    }

    /** Sees to it that there is a key, and keeps what was said before there was one. The caller holds the transaction. */
    public void begin() {
        digester();
    }

    /** Keeps objections; one that is kept already stays as it is. The caller holds the transaction. */
    public void add(Collection<Said> said) {
        if (!said.isEmpty()) {
            add(digester(), said);
        }
    }

    private void add(ObjectionKey.Digester digester, Collection<Said> said) {
        List<Object[]> rows = new ArrayList<>();
        for (Said one : said) {
            List<String> subjects = new ArrayList<>(List.of(contact(one.contact())));
            if (one.digits() != null) {
                subjects.add(one.digits());
            }
            for (String subject : subjects) {
                rows.add(new Object[] {one.lender(), digester.of(subject), one.knownAt(), one.by()});
            }
        }
        jdbc.batchUpdate(SQL.get("add"), rows);
    }

    /** The key, made on first need, when all that was said before is kept with it. */
    private ObjectionKey.Digester digester() {
        Optional<String> check = check();
        if (check.isPresent()) {
            return key.require(check.get(), ExitCode.FAILED);
        }
        ObjectionKey.Digester made = key.orMake(ExitCode.FAILED);
        if (jdbc.update(SQL.get("keep_check"), made.check()) == 0) {
            throw new Refused(ExitCode.FAILED, "another program keeps the first objections just now; try again");
        }
        List<Said> former = new ArrayList<>();
        jdbc.query(
                SQL.get("said_before"),
                row -> {
                    String outcome = row.getString(6);
                    if (outcome != null && !Outcome.of(outcome).isRefusal()) {
                        return;
                    }
                    former.add(new Said(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, LocalDateTime.class)));
                    if (former.size() == AT_A_TIME) {
                        add(made, former);
                        former.clear();
                    }
                },
                Outcome.REFUSED.name(),
                Outcome.REFUSED.name());
        add(made, former);
        return made;
    }

    private Optional<String> check() {
        return jdbc.queryForList(SQL.get("check"), String.class).stream().findFirst();
    }

    /** No number has letters. */
    private static String contact(String id) {
        return "contact " + id;
    }

    /** The numbers that the ledger has of contacts. */
    public Map<String, Set<String>> numbers(Collection<String> contacts) {
        return numbers("numbers", contacts);
    }

    /** Those, and the numbers at which they were called or are to be left alone. */
    public Map<String, Set<String>> allNumbers(Collection<String> contacts) {
        return numbers("all_numbers", contacts);
    }

    private Map<String, Set<String>> numbers(String statement, Collection<String> contacts) {
        Map<String, Set<String>> numbers = new HashMap<>();
        if (!contacts.isEmpty()) {
            named.query(SQL.get(statement), Map.of("ids", contacts), row -> {
                numbers.computeIfAbsent(row.getString(1), id -> new LinkedHashSet<>())
                        .add(row.getString(2));
            });
        }
        return numbers;
    }

    /** Somebody who may have objected, by contact and number. */
    public record Subject(String contact, @Nullable String digits) {}

    /**
     * What a lender's runs of a cutoff know.
     *
     * @throws Refused (1) without the key
     */
    public Known known(String lender, Instant cutoff) {
        return new Known(
                lender,
                Rows.utc(cutoff),
                check().map(check -> key.require(check, ExitCode.FAILED)).orElse(null),
                null);
    }

    /** The same for who only explains, on an auditor's host say; where the key is not there, everybody counts as objecting. */
    public Known knownOrUnsure(String lender, Instant cutoff) {
        Optional<String> check = check();
        return check.isPresent() && !key.is(check.get())
                ? new Known(lender, Rows.utc(cutoff), null, ObjectionKey.NAME + " is not there")
                : known(lender, cutoff);
    }

    /** Looks objections up, a block of contacts at a time. */
    public final class Known {

        private final String lender;
        private final LocalDateTime cutoff;
        private final ObjectionKey.@Nullable Digester digester;
        private final @Nullable String ofAll;

        private Known(
                String lender, LocalDateTime cutoff, ObjectionKey.@Nullable Digester digester, @Nullable String ofAll) {
            this.ofAll = ofAll;
            this.lender = lender;
            this.cutoff = cutoff;
            this.digester = digester;
        }

        /** The row by which each of them objected; those who did not are not in it. */
        public Map<Subject, String> of(Collection<Subject> subjects) {
            Map<Subject, String> found = new HashMap<>();
            if (ofAll != null) {
                subjects.forEach(subject -> found.put(subject, ofAll));
            }
            if (digester == null || subjects.isEmpty()) {
                return found;
            }
            Map<Subject, List<String>> digests = new HashMap<>();
            Set<String> all = new HashSet<>();
            for (Subject subject : subjects) {
                List<String> of = new ArrayList<>(List.of(digester.of(contact(subject.contact()))));
                if (subject.digits() != null) {
                    of.add(digester.of(subject.digits()));
                }
                digests.put(subject, of);
                all.addAll(of);
            }
            Map<String, String> said = new HashMap<>();
            named.query(SQL.get("find"), Map.of("lender", lender, "digests", all, "cutoff", cutoff), row -> {
                said.put(row.getString(1), row.getString(2));
            });
            digests.forEach((subject, of) -> of.stream()
                    .filter(said::containsKey)
                    .findFirst()
                    .ifPresent(digest -> found.put(subject, said.getOrDefault(digest, ""))));
            return found;
        }
    }
}
