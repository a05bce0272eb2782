package io.arrears.store.bureau;

import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.Review;
import io.arrears.feed.AccountKind;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.EarlierAccount;
import io.arrears.furnish.ReportingTerms;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Consent;
import io.arrears.ledger.Dispute;
import io.arrears.ledger.Notice;
import io.arrears.ledger.Party;
import io.arrears.ledger.PartyRole;
import io.arrears.ledger.Person;
import io.arrears.ledger.Terms;
import io.arrears.run.Run;
import io.arrears.store.account.AcceptedReviewStore;
import io.arrears.store.account.LedgerScan;
import io.arrears.store.account.OpenRejectScan;
import io.arrears.store.account.Scope;
import io.arrears.store.imports.RejectStore;
import io.arrears.store.jdbc.Columns;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Streams everything that decides what one bureau is told, merged to one {@link Dossier} an account in key order: each table is
 * read once, and no account asks a query of its own.
 */
public final class DossierScan implements AutoCloseable {

    /** So many results are open at once, each on a connection of its own. */
    public static final int RESULTS = 19;

    private static final Sql SQL = Sql.of("dossier");

    /** A borrower's row, reached through an account that may have had another borrower once. */
    private record Owned<T>(String borrower, Form<T> form) {}

    /** Gives one result back. */
    private interface Closing {
        void close() throws SQLException;
    }

    private record AccountTerms(Terms terms, Person person) {}

    private final ReportingTerms furnishing;
    private final boolean restatesAll;
    private final Instant cutoff;
    private final List<Closing> open = new ArrayList<>();
    private final LedgerScan ledger;
    private final Cursor<Form<AccountTerms>> terms;
    private final Cursor<Form<EarlierAccount>> earlier;
    private final Cursor<Owned<Consent>> consents;
    private final Cursor<Form<Notice>> notices;
    private final Cursor<Form<Dispute>> disputes;
    private final Cursor<Form<Party>> parties;
    private final Cursor<Form<BureauFacts.Fact>> accountFacts;
    private final Cursor<Owned<BureauFacts.Fact>> personFacts;
    private final ReportedScan reported;
    private final Cursor<LocalDate> since;
    private final OpenRejectScan rejects;
    private final List<String> unknownRejects;
    private final Map<String, List<AcceptedReview>> accepted;

    /**
     * @param bureau whose kinds of record stand in the order in which it gets them: of one run, that is how they were told
     * @param states of every submission of this lender to this bureau, as of the run's start
     * @param restatesAll whether the whole past is looked at again, since rules have changed or files were kept back
     */
    public DossierScan(
            DataSource pool, Scope scope, Run run, Bureau bureau, SubmissionStates states, boolean restatesAll)
            throws SQLException {
        this.restatesAll = restatesAll;
        this.furnishing = bureau.terms();
        this.cutoff = run.cutoff();
        Object known = Rows.utc(cutoff);
        String name = furnishing.bureau();
        try {
            LedgerScan facts = new LedgerScan(pool, scope, run.cutoff());
            this.ledger = kept(facts, facts::close);
            this.terms = cursor(pool, scope, "terms", this::terms, known, known);
            this.earlier = cursor(pool, scope, "earlier", DossierScan::earlier, known, known);
            this.consents = cursor(pool, scope, "consents", this::consent, known, name, known);
            this.notices = cursor(pool, scope, "notices", DossierScan::notice, known);
            this.disputes = cursor(pool, scope, "disputes", DossierScan::dispute, known);
            this.parties = cursor(pool, scope, "parties", DossierScan::party, known, known);
            this.accountFacts = cursor(pool, scope, "account_facts", row -> BureauFacts.read(row, 2), known, name);
            this.personFacts = cursor(pool, scope, "person_facts", DossierScan::personFact, known, known, name);
            ReportedScan before = ReportedScan.before(pool, scope, run, bureau, states);
            this.reported = kept(before, before::close);
            this.since = kept(new Cursor<>(
                    pool,
                    SQL.get("since"),
                    row -> row.date(2),
                    run.id(),
                    scope.range().after(),
                    scope.range().upTo()));
            OpenRejectScan missing = new OpenRejectScan(pool, run.lender().name(), scope.range(), run.cutoff());
            this.rejects = kept(missing, missing::close);
            this.unknownRejects = new RejectStore(new JdbcTemplate(pool))
                    .unknown(run.lender().name(), run.cutoff()).stream()
                            .map(RejectStore.Missing::row)
                            .toList();
            this.accepted = new AcceptedReviewStore(pool).known(run.lender().name(), scope.range(), run.cutoff());
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private <T> Cursor<T> cursor(
            DataSource pool, Scope scope, String query, Cursor.RowReader<T> reader, Object... behind)
            throws SQLException {
        return kept(new Cursor<>(pool, scope.sql(SQL, query), reader, scope.parameters(behind)));
    }

    private <T> T kept(T opened, Closing close) {
        open.add(close);
        return opened;
    }

    private <T> Cursor<T> kept(Cursor<T> cursor) {
        return kept(cursor, cursor::close);
    }

    /** The next account's dossier; none at the end. */
    public @Nullable Dossier next() throws SQLException {
        AccountFacts facts = ledger.next();
        if (facts == null) {
            return null;
        }
        String key = facts.account().id().value();
        List<Form<AccountTerms>> forms = terms.take(key);
        AccountTerms agreed = Form.newest(forms).get(0);
        String borrower = agreed.person().borrowerId();
        List<LocalDate> restated = since.take(key);
        return new Dossier(
                facts,
                agreed.terms()
                        .firstKnown(forms.stream()
                                .map(form -> form.row().terms().knownOn())
                                .min(Comparator.naturalOrder())
                                .orElseThrow()),
                agreed.person(),
                EarlierAccount.isNoneOf(borrower, Form.newest(earlier.take(key)), furnishing.products()),
                Form.newest(of(borrower, consents.take(key))),
                Form.newest(notices.take(key)),
                Form.newest(disputes.take(key)),
                Form.newest(parties.take(key)),
                BureauFacts.of(furnishing.bureau(), accountFacts.take(key)),
                BureauFacts.of(furnishing.bureau(), of(borrower, personFacts.take(key))),
                rejects.take(key).stream().map(Review::subject).toList(),
                unknownRejects,
                accepted.getOrDefault(key, List.of()).stream()
                        .filter(review -> review.stands(facts))
                        .map(AcceptedReview::review)
                        .toList(),
                reported.take(key).stream().map(ReportedScan.Kept::reported).toList(),
                restatesAll ? facts.account().openedOn() : restated.isEmpty() ? null : restated.get(0));
    }

    private static <T> List<Form<T>> of(String borrower, List<Owned<T>> rows) {
        return rows.stream()
                .filter(row -> row.borrower().equals(borrower))
                .map(Owned::form)
                .toList();
    }

    private Form<AccountTerms> terms(Columns row) throws SQLException {
        long revision = ((long) row.integer(2) << 32) | row.integer(3);
        Instant knownAt = row.instant(4);
        LocalDate openedOn = row.date(5);
        LocalDate known = LocalDate.ofInstant(knownAt, furnishing.zone());
        LocalDate maturesOn = row.dateOrNull(6);
        long principal = row.number(7);
        int termCount = row.integer(8);
        String frequency = row.word(9);
        String method = row.wordOrNull(10);
        String lineId = row.wordOrNull(11);
        Person person = person(row, 12);
        Terms agreed = new Terms(
                Terms.knownOn(known, openedOn),
                maturesOn,
                principal,
                termCount,
                frequency,
                method,
                isUnderKnownLine(row) ? lineId : null);
        return new Form<>("", revision, new AccountTerms(agreed, person));
    }

    /** A draw is under no line as long as its borrower has none of the name; a line is under its own contract. */
    private boolean isUnderKnownLine(Columns row) throws SQLException {
        boolean isLine = AccountKind.isLine(row.wordOrNull(24));
        boolean isOfLine = AccountKind.isLine(row.wordOrNull(25));
        Instant knownAt = row.instantOrNull(26);
        return isLine || (isOfLine && knownAt != null && !knownAt.isAfter(cutoff));
    }

    private static Form<EarlierAccount> earlier(Columns row) throws SQLException {
        return new Form<>(
                row.id(2),
                row.integer(3),
                new EarlierAccount(row.word(4), row.word(5), AccountKind.isLine(row.wordOrNull(6))));
    }

    private static Person person(Columns row, int at) throws SQLException {
        return new Person(
                row.word(at),
                row.word(at + 1),
                row.word(at + 2),
                row.word(at + 3),
                row.dateOrNull(at + 4),
                row.wordOrNull(at + 5),
                row.wordOrNull(at + 6),
                row.wordOrNull(at + 7),
                row.wordOrNull(at + 8),
                row.wordOrNull(at + 9),
                row.wordOrNull(at + 10),
                row.word(at + 11));
    }

    private Owned<Consent> consent(Columns row) throws SQLException {
        String borrower = row.word(2);
        int revision = row.integer(3);
        Instant given = row.instant(4);
        Consent consent = new Consent(furnishing.bureau(), row.word(5), given, row.instantOrNull(6));
        return new Owned<>(borrower, new Form<>(given + " " + row.word(7), revision, consent));
    }

    private static Form<Notice> notice(Columns row) throws SQLException {
        Notice notice = new Notice(
                row.word(3), row.word(4), row.word(5), row.instant(6), row.instantOrNull(7), row.wordOrNull(8));
        return new Form<>(notice.id(), row.integer(2), notice);
    }

    private static Form<Dispute> dispute(Columns row) throws SQLException {
        Dispute dispute = new Dispute(row.word(3), row.date(4), row.dateOrNull(5));
        return new Form<>(dispute.id(), row.integer(2), dispute);
    }

    private static Form<Party> party(Columns row) throws SQLException {
        long revision = ((long) row.integer(2) << 32) | row.integer(3);
        String id = row.word(4);
        PartyRole role = PartyRole.valueOf(row.word(5));
        Long limit = row.numberOrNull(6);
        LocalDate from = row.date(7);
        LocalDate to = row.dateOrNull(8);
        return new Form<>(id, revision, new Party(id, role, person(row, 9), limit, from, to));
    }

    private static Owned<BureauFacts.Fact> personFact(Columns row) throws SQLException {
        return new Owned<>(row.word(2), BureauFacts.read(row, 3));
    }

    @Override
    public void close() throws SQLException {
        SQLException failed = null;
        for (Closing opened : open) {
            try {
                opened.close();
            } catch (SQLException e) {
                if (failed == null) {
                    failed = e;
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        open.clear();
        if (failed != null) {
            throw failed;
        }
    }
}
