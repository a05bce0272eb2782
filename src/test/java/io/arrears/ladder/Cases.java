package io.arrears.ladder;

import io.arrears.delinquency.Loans;
import io.arrears.delinquency.Policy;
import io.arrears.ladder.law.Channel;
import io.arrears.ladder.law.Contacted;
import io.arrears.ladder.law.Law;
import io.arrears.ladder.law.LawFile;
import io.arrears.ladder.law.Outcome;
import io.arrears.ladder.law.PartyType;
import io.arrears.ladder.law.StopOn;
import io.arrears.ladder.law.ThirdPersons;
import io.arrears.ladder.stage.Ladder;
import io.arrears.ladder.stage.LadderFile;
import io.arrears.ledger.Account;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.AccountId;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Components;
import io.arrears.ledger.CreditLine;
import io.arrears.ledger.Dispute;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.FactsAtCutoffs;
import io.arrears.ledger.Frequency;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.PaidBy;
import io.arrears.ledger.Statement;
import io.arrears.setting.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A loan of 1000 yuan due on 30 June 2026, borrowed by B1 whose number is 100, and a night of its lender in Shanghai, whose lists are
 * made at two in the morning after the as-of date.
 */
final class Cases {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final LocalDate DUE = LocalDate.of(2026, 6, 30);
    static final Law CHINA = law("jobs/law/cn.yaml");

    private final List<Instalment> instalments = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Agreement> agreements = new ArrayList<>();
    private final List<Case.Answering> parties = new ArrayList<>();
    private final List<ContactPerson> contacts = new ArrayList<>();
    private final List<Contacted> attempts = new ArrayList<>();
    private final List<StopOn> stops = new ArrayList<>();
    private final List<Dispute> disputes = new ArrayList<>();
    private final List<String> rejects = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private boolean isLine;
    private Elsewhere elsewhere = Elsewhere.NOTHING;
    private List<ZoneId> zones = List.of(SHANGHAI);
    private @Nullable String phone = "100";
    private String product = "loan";
    private Ladder ladder = ladder("stages: [{stage: EARLY, from: 1, borrower: {SMS: due, CALL: due}}]");
    private Law law = CHINA;
    private Policy policy = Loans.PLAIN;
    private @Nullable LocalDateTime generated;
    private LadderNight.@Nullable Before before;
    private @Nullable AccountFacts knownBefore;
    private boolean isKnownBefore = true;
    private boolean attemptsKnown = true;
    private boolean unknownRejects;

    static Cases loan() {
        return loan(1000_00);
    }

    static Cases loan(long amount) {
        return new Cases().due(1, 1, "2026-06-30", amount);
    }

    /** Instead of a loan a line on which 1000.00 was drawn, and 200.00 of it asked for by 30 June. */
    Cases asLine() {
        isLine = true;
        instalments.clear();
        return entry("D1", EntryType.DISBURSEMENT, "06-01", 1000_00, null).billed("S1", "06-10", "06-30", 200_00);
    }

    Cases billed(String id, String day, String due, long minimum) {
        Instant posted = day(day).atTime(12, 0).atZone(SHANGHAI).toInstant();
        statements.add(new Statement(id, day(day), day(due), new Components(minimum, 0, 0, 0), 1000_00, null, posted));
        return this;
    }

    static Cases empty() {
        return new Cases();
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text.length() == 5 ? "2026-" + text : text);
    }

    static Instant at(String text) {
        return LocalDateTime.parse("2026-" + text).atZone(SHANGHAI).toInstant();
    }

    static Law law(String file) {
        try {
            return LawFile.read("law", Setting.parse(file, Files.readString(Path.of(file))), null, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ladder ladder(String yaml) {
        Ladder ladder = LadderFile.read(Setting.parse("ladder.yaml", yaml));
        if (ladder == null) {
            throw new IllegalArgumentException("no ladder");
        }
        return ladder;
    }

    /** A ladder of stages, and keys before them, each a line. */
    Cases ladderOf(String yaml) {
        return on(ladder(yaml));
    }

    Cases on(Ladder of) {
        ladder = of;
        return this;
    }

    Cases under(Law of) {
        law = of;
        return this;
    }

    Cases by(Policy of) {
        policy = of;
        return this;
    }

    Cases of(String otherProduct) {
        product = otherProduct;
        return this;
    }

    Cases due(int version, int number, String day, long principal) {
        instalments.add(new Instalment(version, number, day(day), new Components(principal, 0, 0, 0)));
        return this;
    }

    Cases entry(String id, EntryType type, String day, long amount, @Nullable String reverses) {
        Instant posted = day(day).atTime(12, 0).atZone(SHANGHAI).toInstant();
        entries.add(new Entry(id, type, day(day), posted, amount, reverses, null, PaidBy.BORROWER));
        return this;
    }

    Cases paid(String id, String day, long amount) {
        return entry(id, EntryType.REPAYMENT, day, amount, null);
    }

    Cases charged(String id, String day, long amount) {
        return entry(id, EntryType.PENALTY, day, amount, null);
    }

    /** A waiver that names the penalty. */
    Cases waived(String id, String day, long amount) {
        Instant at = day(day).atTime(12, 0).atZone(SHANGHAI).toInstant();
        Components split = new Components(0, 0, 0, amount);
        entries.add(new Entry(id, EntryType.WAIVER, day(day), at, amount, null, split, PaidBy.BORROWER));
        return this;
    }

    /** A payment that was heard of days after it was made. */
    Cases paidBackDated(String id, String day, String posted, long amount) {
        Instant at = day(posted).atTime(12, 0).atZone(SHANGHAI).toInstant();
        entries.add(new Entry(id, EntryType.REPAYMENT, day(day), at, amount, null, null, PaidBy.BORROWER));
        return this;
    }

    Cases reversed(String target, String day, long amount) {
        return entry("R" + target, EntryType.REVERSAL, day, amount, target);
    }

    Cases agreed(AgreementType type, String effective, @Nullable Integer version) {
        return agreed(type, effective, effective, version, null, null, null, null);
    }

    Cases promised(String agreed, String until, @Nullable Long amount) {
        return agreed(AgreementType.PROMISE, agreed, agreed, null, amount, until, null, null);
    }

    Cases withAgency(String agency, String effective, @Nullable String until) {
        return agreed(AgreementType.AGENCY, effective, effective, null, null, until, agency, null);
    }

    Cases terms(String text, String effective, @Nullable String until) {
        return agreed(AgreementType.CONTACT_TERMS, effective, effective, null, null, until, null, text);
    }

    /** The last agreement without what would prove it. */
    Cases unproved() {
        Agreement last = agreements.remove(agreements.size() - 1);
        agreements.add(new Agreement(
                last.id(),
                last.type(),
                last.agreedOn(),
                last.effectiveOn(),
                last.postedAt(),
                last.version(),
                last.amount(),
                last.untilOn(),
                last.agency(),
                last.terms(),
                false));
        return this;
    }

    private Cases agreed(
            AgreementType type,
            String agreed,
            String effective,
            @Nullable Integer version,
            @Nullable Long amount,
            @Nullable String until,
            @Nullable String agency,
            @Nullable String terms) {
        agreements.add(new Agreement(
                "G" + (agreements.size() + 1),
                type,
                day(agreed),
                day(effective),
                day(agreed).atTime(10, 0).atZone(SHANGHAI).toInstant(),
                version,
                amount,
                until == null ? null : day(until),
                agency,
                terms,
                true));
        return this;
    }

    Cases phone(@Nullable String digits) {
        phone = digits;
        return this;
    }

    /** A number on file under another id of the borrower, known since then. */
    Cases numberElsewhere(String digits, String since) {
        List<ThirdPersons.OwnNumber> numbers = new ArrayList<>(elsewhere.numbers());
        numbers.add(new ThirdPersons.OwnNumber(digits, at(since)));
        elsewhere = new Elsewhere(numbers, elsewhere.paidOn());
        return this;
    }

    /** What he paid on another account. */
    Cases paidElsewhere(String... days) {
        elsewhere = new Elsewhere(
                elsewhere.numbers(), Stream.of(days).map(Cases::day).toList());
        return this;
    }

    Cases zones(ZoneId... others) {
        zones = List.of(others);
        return this;
    }

    Cases party(PartyType type, String id, String digits, @Nullable Long limit, String from, @Nullable String to) {
        Reachable reachable = new Reachable(type, id, "P" + id, digits, at("01-01T00:00"), List.of(SHANGHAI), limit);
        parties.add(new Case.Answering(reachable, day(from), to == null ? null : day(to)));
        return this;
    }

    Cases contact(String id, @Nullable String digits) {
        return contact(id, digits, "DEBTOR", null);
    }

    Cases contact(String id, @Nullable String digits, @Nullable String source, @Nullable String objection) {
        contacts.add(new ContactPerson(
                new Reachable(PartyType.CONTACT, id, "H" + digits, digits, at("01-01T00:00"), List.of(SHANGHAI), null),
                source,
                objection));
        return this;
    }

    /** Calls to the borrower on his number. */
    Cases called(String outcome, String... times) {
        for (String time : times) {
            attempt("PB1", "100", "CALL", time, outcome, false);
        }
        return this;
    }

    Cases attempt(
            String person, @Nullable String digits, String channel, String time, String outcome, boolean isIncoming) {
        attempts.add(new Contacted(
                "T" + (attempts.size() + 1),
                "A1",
                person,
                digits,
                Channel.of(channel).orElse(null),
                at(time),
                Outcome.of(outcome),
                isIncoming));
        return this;
    }

    Cases stop(String kind, String person, String from, @Nullable String to) {
        return stop(kind, person, null, null, from, to);
    }

    Cases stop(
            String kind,
            String person,
            @Nullable String contact,
            @Nullable String channel,
            String from,
            @Nullable String to) {
        stops.add(new StopOn(
                "S" + (stops.size() + 1),
                person,
                null,
                contact,
                channel,
                null,
                kind,
                day(from),
                to == null ? null : day(to)));
        return this;
    }

    Cases disputed(String opened, @Nullable String resolved) {
        disputes.add(new Dispute("D1", day(opened), resolved == null ? null : day(resolved)));
        return this;
    }

    Cases rejected(String row) {
        rejects.add(row);
        return this;
    }

    /** When the lists are made, by Shanghai's clock. */
    Cases generated(String local) {
        generated = LocalDateTime.parse("2026-" + local);
        return this;
    }

    Cases attemptsUnknown() {
        attemptsKnown = false;
        return this;
    }

    Cases unknownRejects() {
        unknownRejects = true;
        return this;
    }

    /** The last published night, which knew what is known by now. */
    Cases published(String asOf) {
        before = new LadderNight.Before(ladder, policy, day(asOf));
        return this;
    }

    /** That night knew what is said so far, and no more. */
    Cases publishedKnowingThis(String asOf) {
        knownBefore = facts();
        return published(asOf);
    }

    Cases unknownBefore() {
        isKnownBefore = false;
        return this;
    }

    private AccountFacts facts() {
        return isLine ? lineFacts() : loanFacts();
    }

    private AccountFacts lineFacts() {
        Account account = new Account(
                new AccountId("A1"),
                "north",
                product,
                LocalDate.of(2025, 12, 1),
                Currency.getInstance("CNY"),
                0,
                0,
                new CreditLine(5000_00, Frequency.MONTHLY));
        return new AccountFacts(
                account,
                List.copyOf(instalments),
                List.copyOf(entries),
                List.copyOf(agreements),
                List.of(),
                List.copyOf(statements));
    }

    private AccountFacts loanFacts() {
        int first = instalments.get(0).version();
        List<Instalment> whole =
                instalments.stream().filter(one -> one.version() == first).toList();
        Account account = new Account(
                new AccountId("A1"),
                "north",
                product,
                LocalDate.of(2025, 12, 1),
                Currency.getInstance("CNY"),
                whole.stream().mapToLong(one -> one.owed().principal()).sum(),
                whole.size());
        return new AccountFacts(
                account, List.copyOf(instalments), List.copyOf(entries), List.copyOf(agreements), List.of());
    }

    Case build() {
        AccountFacts now = facts();
        AccountFacts earlier = knownBefore == null ? now : knownBefore;
        return new Case(
                new FactsAtCutoffs(isKnownBefore ? earlier : null, now),
                new Reachable(PartyType.BORROWER, "B1", "PB1", phone, at("01-01T00:00"), zones, null),
                elsewhere,
                parties,
                contacts,
                attempts.stream().sorted(Contacted.ORDER).toList(),
                stops,
                disputes,
                List.of(),
                rejects);
    }

    LadderNight night(LocalDate asOf) {
        LocalDateTime made = generated == null ? asOf.plusDays(1).atTime(2, 0) : generated;
        return new LadderNight(
                ladder, law, policy, asOf, made.atZone(SHANGHAI).toInstant(), before, attemptsKnown, unknownRejects);
    }

    Optional<AccountWorklist> on(LocalDate asOf) {
        return new Worklist(night(asOf)).of(build());
    }

    Optional<AccountWorklist> on(String asOf) {
        return on(day(asOf));
    }

    /** Who is contacted: {@code B1 SMS, B1 CALL, C1 CALL}. */
    String lines(String asOf) {
        return on(asOf).stream()
                .flatMap(list -> list.lines().stream())
                .map(line -> line.reachable().id() + " " + line.channel())
                .collect(Collectors.joining(", "));
    }

    Line line(String asOf, String party, Channel channel) {
        return on(asOf).stream()
                .flatMap(list -> list.lines().stream())
                .filter(line -> line.reachable().id().equals(party) && line.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    /** Why a party is not contacted by a channel: {@code DISPUTED policy disputes [D1] 07-12}; {@code may} if he is. */
    String answer(String asOf, String party, Channel channel) {
        AccountWorklist list = on(asOf).orElseThrow();
        Stream<String> may = list.lines().stream()
                .filter(line -> line.reachable().id().equals(party) && line.channel() == channel)
                .map(line -> "may");
        Stream<String> why = list.withheld().stream()
                .filter(row -> party.equals(row.partyId()) && row.channel() == channel)
                .map(row -> row.why().rule() + " " + until(row.why().until()));
        return Stream.concat(may, why).collect(Collectors.joining("; "));
    }

    private static String until(@Nullable LocalDate until) {
        return until == null ? "-" : until.toString().substring(5);
    }

    /** Where it stands: {@code PHONE since 07-04, LATE on 07-30}. */
    String stands(String asOf) {
        return on(asOf).flatMap(list -> list.lines().stream().findFirst())
                .map(line -> line.position().stage().name() + " since "
                        + until(line.position().since()) + ", "
                        + (line.position().next() == null
                                ? "-"
                                : line.position().next().name() + " on "
                                        + until(line.position().nextOn())))
                .orElse("nowhere");
    }
}
