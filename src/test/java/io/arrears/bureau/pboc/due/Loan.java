package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.Records;
import io.arrears.delinquency.Settlement;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Reported;
import io.arrears.ledger.Account;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.AccountId;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.BureauFact;
import io.arrears.ledger.ClassFact;
import io.arrears.ledger.Components;
import io.arrears.ledger.Consent;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.Notice;
import io.arrears.ledger.PaidBy;
import io.arrears.ledger.Party;
import io.arrears.ledger.PartyRole;
import io.arrears.ledger.Person;
import io.arrears.ledger.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loan written as a few lines, amounts in fen; each fact is heard at noon of its day unless a line says {@link #heard}. What is
 * known by the end of a night is what that night's {@link Dossier} holds.
 */
public final class Loan {

    public static final Person BORROWER = person("B1", "测试甲", Records.RESIDENT);
    public static final Person FRIEND = person("B2", "测试乙", Records.GUARANTOR);

    private static final Currency CNY = Currency.getInstance("CNY");

    private record Heard<T>(LocalDate on, LocalDate concerns, T fact) {}

    private final List<Instalment> instalments = new ArrayList<>();
    private final List<Heard<Entry>> entries = new ArrayList<>();
    private final List<Heard<Agreement>> agreements = new ArrayList<>();
    private final List<Heard<ClassFact>> classes = new ArrayList<>();
    private final List<Heard<BureauFact>> accountFacts = new ArrayList<>();
    private final List<Heard<BureauFact>> personFacts = new ArrayList<>();
    private final List<Heard<Party>> parties = new ArrayList<>();
    private final List<Heard<Person>> names = new ArrayList<>();
    private final List<Heard<Notice>> notices = new ArrayList<>();
    private String product = "loan";
    private LocalDate openedOn = LocalDate.of(2026, 1, 5);
    private LocalDate knownOn = openedOn;
    private LocalDate maturesOn = LocalDate.of(2027, 1, 10);
    private String method = "EQUAL_INSTALMENT";
    private @Nullable String lineId;
    private @Nullable LocalDate hearing;

    public static Loan loan() {
        return new Loan();
    }

    /** Twelve instalments of 1000 yuan and 8.80 interest, from 10 February 2026 on. */
    public static Loan yearly() {
        Loan loan = loan();
        for (int number = 1; number <= 12; number++) {
            loan.due(number, LocalDate.of(2026, 1, 10).plusMonths(number).toString(), 100_000, 880);
        }
        return loan;
    }

    private static Person person(String id, String name, String number) {
        return new Person(
                id,
                name,
                "RESIDENT_ID",
                number,
                LocalDate.of(1990, 3, 7),
                "13800000000",
                null,
                null,
                null,
                null,
                null,
                "CN");
    }

    /** The facts after this one are heard on a day of their own. */
    public Loan heard(String day) {
        hearing = LocalDate.parse(day);
        return this;
    }

    Loan inTime() {
        hearing = null;
        return this;
    }

    private <T> Heard<T> heard(LocalDate concerns, T fact) {
        return new Heard<>(hearing == null ? concerns : hearing, concerns, fact);
    }

    Loan opened(String day) {
        openedOn = LocalDate.parse(day);
        knownOn = openedOn;
        return this;
    }

    public Loan known(String day) {
        knownOn = LocalDate.parse(day);
        return this;
    }

    public Loan matures(String day) {
        maturesOn = LocalDate.parse(day);
        return this;
    }

    Loan of(String otherProduct) {
        product = otherProduct;
        return this;
    }

    /** Drawn under a line. */
    public Loan drawnUnder(String line) {
        product = "drawn";
        lineId = line;
        return this;
    }

    Loan repaid(String otherMethod) {
        method = otherMethod;
        return this;
    }

    public Loan due(int number, String day, long principal, long interest) {
        return due(1, number, day, principal, interest);
    }

    public Loan due(int version, int number, String day, long principal, long interest) {
        instalments.add(
                new Instalment(version, number, LocalDate.parse(day), new Components(principal, interest, 0, 0)));
        return this;
    }

    public Loan entry(EntryType type, String id, String day, long amount) {
        return entry(type, id, day, amount, PaidBy.BORROWER, null);
    }

    /** With its own split. */
    public Loan entry(EntryType type, String id, String day, Components split) {
        return entry(type, id, day, split.total(), PaidBy.BORROWER, null, split);
    }

    private Loan entry(EntryType type, String id, String day, long amount, PaidBy by, @Nullable String reverses) {
        return entry(type, id, day, amount, by, reverses, null);
    }

    private Loan entry(
            EntryType type,
            String id,
            String day,
            long amount,
            PaidBy by,
            @Nullable String reverses,
            @Nullable Components split) {
        LocalDate value = LocalDate.parse(day);
        Instant posted = (hearing == null ? value : hearing).atTime(12, 0).toInstant(ZoneOffset.UTC);
        LocalDate concerns = type == EntryType.REFUND ? value.withDayOfMonth(1) : value;
        entries.add(new Heard<>(
                hearing == null ? value : hearing,
                concerns,
                new Entry(id, type, value, posted, amount, reverses, split, by)));
        return this;
    }

    public Loan paid(String id, String day, long amount) {
        return entry(EntryType.REPAYMENT, id, day, amount);
    }

    public Loan paidBy(PaidBy who, String id, String day, long amount) {
        return entry(EntryType.REPAYMENT, id, day, amount, who, null);
    }

    public Loan waived(String id, String day, long amount) {
        return entry(EntryType.WAIVER, id, day, amount);
    }

    public Loan reversed(String id, String target, String day, long amount) {
        return entry(EntryType.REVERSAL, id, day, amount, PaidBy.BORROWER, target);
    }

    public Loan agreed(AgreementType type, String id, String day, @Nullable Integer version) {
        LocalDate on = LocalDate.parse(day);
        Instant posted = (hearing == null ? on : hearing).atTime(8, 0).toInstant(ZoneOffset.UTC);
        agreements.add(heard(on, new Agreement(id, type, on, on, posted, version)));
        return this;
    }

    Loan classed(int fiveClass, String day) {
        LocalDate on = LocalDate.parse(day);
        classes.add(heard(
                on, new ClassFact("c" + day, fiveClass, on, on.atTime(12, 0).toInstant(ZoneOffset.UTC))));
        return this;
    }

    public Loan fact(String key, String value, String day) {
        accountFacts.add(fact(accountFacts.size(), key, value, day));
        return this;
    }

    public Loan ofPerson(String key, String value, String day) {
        personFacts.add(fact(personFacts.size(), key, value, day));
        return this;
    }

    private Heard<BureauFact> fact(int number, String key, String value, String day) {
        LocalDate on = LocalDate.parse(day);
        return heard(
                on,
                new BureauFact("f" + number, key, value, on, on.atTime(12, 0).toInstant(ZoneOffset.UTC)));
    }

    public Loan liable(PartyRole role, long amount, String day) {
        return liable(role, amount, day, null);
    }

    public Loan liable(PartyRole role, long amount, String day, @Nullable String until) {
        LocalDate on = LocalDate.parse(day);
        LocalDate ends = until == null ? null : LocalDate.parse(until);
        parties.add(heard(on, new Party("p" + parties.size(), role, FRIEND, amount, on, ends)));
        return this;
    }

    /** The borrower has another name and number from a day on. */
    public Loan renamed(String name, String number, String day) {
        LocalDate on = LocalDate.parse(day);
        names.add(heard(on, person(BORROWER.borrowerId(), name, number)));
        return this;
    }

    Loan noticed(String day) {
        LocalDate on = LocalDate.parse(day);
        Instant sent = on.atTime(9, 0).toInstant(ZoneOffset.UTC);
        notices.add(heard(on, new Notice("n" + day, "BEFORE_NEGATIVE", "SMS", sent, sent.plusSeconds(5), "receipt")));
        return this;
    }

    private long principal() {
        return instalments.stream()
                .filter(instalment -> instalment.version() == 1)
                .mapToLong(instalment -> instalment.owed().principal())
                .sum();
    }

    private int termCount() {
        return instalments.stream()
                .filter(instalment -> instalment.version() == 1)
                .mapToInt(Instalment::number)
                .max()
                .orElse(1);
    }

    /** Everything known by the end of a night. */
    public AccountFacts facts(LocalDate night) {
        return new AccountFacts(
                new Account(new AccountId("LN17"), "lender", product, openedOn, CNY, principal(), termCount()),
                instalments,
                by(entries, night),
                by(agreements, night),
                by(classes, night));
    }

    public Settlement settled(String day, Lender lender) {
        return Settlement.on(
                facts(LocalDate.MAX), lender.bureau().terms().policy(lender.policy()), LocalDate.parse(day));
    }

    LocalDate knownOn() {
        return knownOn;
    }

    /** The first day that a fact concerns that was heard after one night and by another; none if none was. */
    @Nullable
    LocalDate restated(LocalDate after, LocalDate night) {
        return List.of(entries, agreements, classes, accountFacts).stream()
                .flatMap(List::stream)
                .filter(heard -> heard.on().isAfter(after) && !heard.on().isAfter(night))
                .map(Heard::concerns)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    public Dossier dossier(LocalDate night, List<Reported> reported, @Nullable LocalDate restateFrom) {
        Instant signed = openedOn.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Dossier(
                facts(night),
                new Terms(knownOn, maturesOn, 1_200_000, 12, "MONTHLY", method, lineId),
                by(names, night).stream().reduce(BORROWER, (before, now) -> now),
                !personFacts.isEmpty(),
                List.of(new Consent("pboc", "1", signed, null)),
                by(notices, night),
                List.of(),
                by(parties, night),
                by(accountFacts, night),
                by(personFacts, night),
                List.of(),
                List.of(),
                List.of(),
                reported,
                restateFrom);
    }

    private static <T> List<T> by(List<Heard<T>> facts, LocalDate night) {
        return facts.stream()
                .filter(heard -> !heard.on().isAfter(night))
                .map(Heard::fact)
                .toList();
    }
}
