package io.arrears.store.contact;

import io.arrears.ladder.Case;
import io.arrears.ladder.ContactPerson;
import io.arrears.ladder.Elsewhere;
import io.arrears.ladder.Reachable;
import io.arrears.ladder.law.Contacted;
import io.arrears.ladder.law.PartyType;
import io.arrears.ladder.law.StopOn;
import io.arrears.ladder.law.Zones;
import io.arrears.ledger.Dispute;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.FactsAtCutoffs;
import io.arrears.ledger.Notice;
import io.arrears.store.account.LedgerScan;
import io.arrears.store.account.Scope;
import io.arrears.store.imports.RejectStore;
import io.arrears.store.jdbc.Columns;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Streams everything that decides who is contacted, merged to one {@link Case} an account in key order: each table is read once, and
 * no account and no person asks a query of its own.
 */
public final class CaseScan implements AutoCloseable {

    /** So many results are open at once, each on a connection of its own. */
    public static final int RESULTS = 16;

    private static final Sql SQL = Sql.of("case");

    /** A row, the id that its forms share, and which form of it this is. */
    private record Form<T>(String id, long revision, T row) {}

    private record PartyForm(
            String partyId,
            People.Form person,
            boolean isGuarantor,
            @Nullable Long amount,
            LocalDate from,
            @Nullable LocalDate to) {}

    private record ContactForm(
            @Nullable String phone,
            Instant knownAt,
            @Nullable String source,
            boolean isErased) {}

    /** So many cases are read before it is looked up which of their contacts objected, and whose the accounts of their stops are. */
    private static final int BLOCK = 200;

    private final Zones zones;
    /** Gives one result back. */
    private interface Closing {
        void close() throws SQLException;
    }

    private final Deque<Closing> open = new ArrayDeque<>();
    private final LedgerScan ledger;
    private final Cursor<People.Form> borrowers;
    private final Cursor<Form<PartyForm>> parties;
    private final Cursor<ElsewhereRow> elsewhere;
    private final Cursor<Form<ContactForm>> contacts;
    private final Cursor<Form<Dispute>> disputes;
    private final Cursor<Form<Notice>> notices;
    private final Cursor<Form<StopOn>> stops;
    private final Cursor<AttemptForm> attempts;
    private final Cursor<String> rejects;
    private final Objections.Known objections;
    private final Debtors debtors;
    private final Deque<Case> ahead = new ArrayDeque<>();

    /** @param since the cutoff of the night before; none before the first */
    public CaseScan(
            DataSource pool,
            Objections.Known objections,
            Scope scope,
            Zones zones,
            LocalDate asOf,
            @Nullable Instant since,
            Instant cutoff)
            throws SQLException {
        this.zones = zones;
        this.objections = objections;
        this.debtors = new Debtors(pool, scope.lender(), Rows.utc(cutoff));
        Object at = Rows.utc(cutoff);
        Object paid = Rows.words(EntryType.class, EntryType::isRepayment);
        try {
            LedgerScan facts = new LedgerScan(pool, scope, since, cutoff);
            this.ledger = kept(facts, facts::close);
            this.borrowers = cursor(pool, scope, "borrowers", row -> borrower(row, 2), scope.parameters(at, at));
            this.parties = cursor(pool, scope, "parties", CaseScan::party, scope.parameters(at, at));
            this.elsewhere = cursor(
                    pool,
                    scope,
                    "elsewhere",
                    CaseScan::elsewhere,
                    Stream.of(
                                    new Object[] {at, at},
                                    scope.parameters(),
                                    new Object[] {paid, at, at, asOf, at, at},
                                    scope.parameters(),
                                    new Object[] {at, at, paid, at, at, asOf},
                                    scope.parameters())
                            .flatMap(Stream::of)
                            .toArray());
            this.contacts = cursor(pool, scope, "contacts", CaseScan::contact, scope.parameters(at));
            this.disputes = cursor(pool, scope, "disputes", CaseScan::dispute, scope.parameters(at));
            this.notices = cursor(pool, scope, "notices", CaseScan::notice, scope.parameters(at));
            this.stops = cursor(
                    pool,
                    scope,
                    "stops",
                    CaseScan::stop,
                    Stream.of(repeated(2, scope.parameters(at, at, at, at)), scope.parameters(at, at, at))
                            .flatMap(Stream::of)
                            .toArray());
            Object[] branch = Stream.concat(Stream.of(at, at, at), Stream.of(scope.parameters(at)))
                    .toArray();
            this.attempts = cursor(pool, scope, "attempts", AttemptForm::of, repeated(8, branch));
            Object[] elsewhere = repeated(3, scope.parameters(at, at, at));
            this.rejects = cursor(
                    pool,
                    scope,
                    "rejects",
                    row -> RejectStore.shown(row.word(3), row.word(5)),
                    Stream.of(scope.parameters(at, at), elsewhere)
                            .flatMap(Stream::of)
                            .toArray());
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private <T> Cursor<T> cursor(
            DataSource pool, Scope scope, String query, Cursor.RowReader<T> reader, Object... parameters)
            throws SQLException {
        Cursor<T> cursor = new Cursor<>(pool, scope.sql(SQL, query), reader, parameters);
        return kept(cursor, cursor::close);
    }

    private <T> T kept(T opened, Closing close) {
        open.push(close);
        return opened;
    }

    private static Object[] repeated(int times, Object[] parameters) {
        return Stream.generate(() -> parameters)
                .limit(times)
                .flatMap(Stream::of)
                .toArray();
    }

    /** The next account's case; none at the end. */
    public @Nullable Case next() throws SQLException {
        if (ahead.isEmpty()) {
            readAhead();
        }
        return ahead.poll();
    }

    private void readAhead() throws SQLException {
        List<Case> block = new ArrayList<>();
        for (Case each = read(); each != null; each = block.size() < BLOCK ? read() : null) {
            block.add(each);
        }
        Set<Objections.Subject> contacts = block.stream()
                .flatMap(each -> each.contacts().stream())
                .map(CaseScan::subject)
                .collect(Collectors.toSet());
        Map<Objections.Subject, String> said = objections.of(contacts);
        Map<String, Set<String>> owing = debtors.of(block.stream()
                .flatMap(each -> each.stops().stream())
                .map(StopOn::account)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet()));
        for (Case each : block) {
            ahead.add(each.with(
                    each.contacts().stream()
                            .map(contact -> contact.objecting(said.get(subject(contact))))
                            .toList(),
                    each.stops().stream()
                            .map(stop -> stop.amongDebtors(owing.getOrDefault(stop.account(), Set.of())))
                            .toList()));
        }
    }

    private static Objections.Subject subject(ContactPerson contact) {
        return new Objections.Subject(
                contact.reachable().id(), contact.reachable().handle());
    }

    /** Still without what its contacts objected, and with stops that hold for what they name. */
    private @Nullable Case read() throws SQLException {
        FactsAtCutoffs facts = ledger.nextHeard();
        if (facts == null) {
            return null;
        }
        String key = facts.now().account().id().value();
        List<People.Form> forms = borrowers.take(key);
        Reachable borrower = People.reachable(PartyType.BORROWER, forms, zones, null);
        List<Contacted> log = AttemptForm.contacted(attempts.take(key));
        List<ContactPerson> others = contacts(People.anywhere(forms, zones), contacts.take(key));
        return new Case(
                facts,
                borrower,
                others.isEmpty() ? Elsewhere.NOTHING : elsewhere(forms, elsewhere.take(key)),
                parties(parties.take(key)),
                others,
                log,
                newest(stops.take(key)),
                newest(disputes.take(key)),
                newest(notices.take(key)),
                rejects.take(key));
    }

    private List<Case.Answering> parties(List<Form<PartyForm>> rows) {
        Map<String, List<PartyForm>> byId = new TreeMap<>();
        newestForms(rows, form -> form.row().person().outer())
                .forEach(form -> byId.computeIfAbsent(form.row().partyId(), id -> new ArrayList<>())
                        .add(form.row()));
        return byId.values().stream().map(this::answering).toList();
    }

    private Case.Answering answering(List<PartyForm> forms) {
        PartyForm form = forms.get(0);
        return new Case.Answering(
                People.reachable(
                        form.isGuarantor() ? PartyType.GUARANTOR : PartyType.CO_BORROWER,
                        forms.stream().map(PartyForm::person).toList(),
                        zones,
                        form.isGuarantor() ? form.amount() : null),
                form.from(),
                form.to());
    }

    /** Of each id every form of the borrower that its newest row has. */
    private static <T> List<Form<T>> newestForms(List<Form<T>> rows, ToLongFunction<Form<T>> outer) {
        Map<String, Long> highest = new HashMap<>();
        rows.forEach(row -> highest.merge(row.id(), outer.applyAsLong(row), Math::max));
        return rows.stream()
                .filter(row -> outer.applyAsLong(row) == highest.getOrDefault(row.id(), 0L))
                .toList();
    }

    private static List<ContactPerson> contacts(List<ZoneId> anywhere, List<Form<ContactForm>> rows) {
        Map<String, Form<ContactForm>> newest = new TreeMap<>();
        rows.forEach(row -> newest.merge(row.id(), row, (a, b) -> a.revision() >= b.revision() ? a : b));
        List<ContactPerson> people = new ArrayList<>();
        newest.forEach((id, form) -> {
            ContactForm contact = form.row();
            people.add(new ContactPerson(
                    new Reachable(
                            PartyType.CONTACT,
                            id,
                            People.contact(id, contact.phone()),
                            contact.isErased() ? null : contact.phone(),
                            contact.knownAt(),
                            anywhere,
                            null),
                    contact.source(),
                    null));
        });
        return people;
    }

    /** Of each row its newest form, in the order of the rows' ids. */
    private static <T> List<T> newest(Collection<Form<T>> forms) {
        return forms.stream()
                .collect(Collectors.toMap(Form::id, form -> form, (a, b) -> a.revision() >= b.revision() ? a : b))
                .values()
                .stream()
                .sorted(Comparator.comparing(Form::id))
                .map(Form::row)
                .toList();
    }

    private static People.Form borrower(Columns row, int at) throws SQLException {
        return new People.Form(
                row.integer(at),
                row.integer(at + 1),
                row.instant(at + 2),
                row.word(at + 3),
                People.person(row.word(at + 4), row.word(at + 5)),
                row.wordOrNull(at + 6),
                row.word(at + 7),
                row.wordOrNull(at + 8));
    }

    /** A form under another of his ids, or a day on which he paid another account. */
    private record ElsewhereRow(@Nullable LocalDate paidOn, People.@Nullable Form form) {}

    private static ElsewhereRow elsewhere(Columns row) throws SQLException {
        LocalDate paidOn = row.dateOrNull(2);
        String borrowerId = row.wordOrNull(3);
        return new ElsewhereRow(
                paidOn,
                borrowerId == null
                        ? null
                        : new People.Form(
                                1,
                                row.integer(4),
                                row.instant(5),
                                borrowerId,
                                "",
                                row.wordOrNull(6),
                                row.word(7),
                                null));
    }

    private static Elsewhere elsewhere(List<People.Form> own, List<ElsewhereRow> rows) {
        return new Elsewhere(
                People.numbers(Stream.concat(
                                own.stream(),
                                rows.stream().map(ElsewhereRow::form).flatMap(Stream::ofNullable))
                        .toList()),
                rows.stream()
                        .map(ElsewhereRow::paidOn)
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    private static Form<PartyForm> party(Columns row) throws SQLException {
        People.Form person = borrower(row, 2);
        PartyForm form = new PartyForm(
                row.word(11),
                person,
                row.word(12).equals("GUARANTOR"),
                row.numberOrNull(13),
                row.date(14),
                row.dateOrNull(15));
        return new Form<>(form.partyId(), person.revision(), form);
    }

    private static Form<ContactForm> contact(Columns row) throws SQLException {
        int revision = row.integer(2);
        String id = row.word(3);
        Instant knownAt = row.instant(4);
        String phone = row.wordOrNull(5);
        String source = row.wordOrNull(6);
        boolean isErased = row.instantOrNull(7) != null;
        return new Form<>(id, revision, new ContactForm(phone, knownAt, source, isErased));
    }

    private static Form<Dispute> dispute(Columns row) throws SQLException {
        int revision = row.integer(2);
        Dispute dispute = new Dispute(row.word(3), row.date(4), row.dateOrNull(5));
        return new Form<>(dispute.id(), revision, dispute);
    }

    private static Form<Notice> notice(Columns row) throws SQLException {
        int revision = row.integer(2);
        Notice notice = new Notice(
                row.word(3), row.word(4), row.word(5), row.instant(6), row.instantOrNull(7), row.wordOrNull(8));
        return new Form<>(notice.id(), revision, notice);
    }

    private static Form<StopOn> stop(Columns row) throws SQLException {
        String id = row.word(2);
        int revision = row.integer(3);
        String account = row.wordOrNull(4);
        String contact = row.wordOrNull(5);
        String channel = row.wordOrNull(6);
        String handle = row.wordOrNull(7);
        String kind = row.word(8);
        LocalDate from = row.date(9);
        LocalDate to = row.dateOrNull(10);
        StopOn stop = new StopOn(
                id,
                People.person(row.word(11), row.word(12)),
                account == null || account.isEmpty() ? null : account,
                contact,
                channel,
                handle,
                kind,
                from,
                to);
        return new Form<>(id, ((long) revision << 32) | row.integer(13), stop);
    }

    @Override
    public void close() throws SQLException {
        SQLException failed = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (SQLException e) {
                failed = failed == null ? e : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
