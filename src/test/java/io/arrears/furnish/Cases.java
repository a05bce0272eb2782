package io.arrears.furnish;

import io.arrears.delinquency.Assessment;
import io.arrears.delinquency.Bands;
import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.ledger.Account;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.AccountId;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.BureauFact;
import io.arrears.ledger.Component;
import io.arrears.ledger.Components;
import io.arrears.ledger.Consent;
import io.arrears.ledger.Dispute;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.Notice;
import io.arrears.ledger.PaidBy;
import io.arrears.ledger.Person;
import io.arrears.ledger.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record about a loan opened on 1 September 2026 with 1000 due on the 10th of October, November and December, told to a
 * bureau in Shanghai; its files are generated on 3 December at 02:00 there.
 */
public final class Cases {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final LocalDate OPENED = LocalDate.of(2026, 9, 1);
    public static final Instant GENERATED = at("2026-12-03T02:00");

    private final List<Instalment> instalments = new ArrayList<>();
    private final List<String> unknownRejects = new ArrayList<>();
    private final List<Review> accepted = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Agreement> agreements = new ArrayList<>();
    private final List<Consent> consents = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Dispute> disputes = new ArrayList<>();
    private final List<BureauFact> accountFacts = new ArrayList<>();
    private final List<String> openRejects = new ArrayList<>();
    private final List<Reported> reported = new ArrayList<>();
    private final List<LocalDate> reportedNegative = new ArrayList<>();
    private Policy.Grace grace = new Policy.Grace(0, Policy.GraceMode.COUNT_BACK);
    private String product = "cash-loan";
    private boolean first = true;
    private int negativeFromDays = 30;
    private Instant generatedAt = GENERATED;
    private LocalDate openedOn = OPENED;
    private @Nullable LocalDate restateFrom;

    private Cases() {
        due(10).due(11).due(12);
    }

    public static Cases loan() {
        return new Cases();
    }

    /** The instant of a wall clock in Shanghai. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private Cases due(int month) {
        instalments.add(new Instalment(1, month, LocalDate.of(2026, month, 10), new Components(1000, 0, 0, 0)));
        return this;
    }

    Cases rejectedOfNobodyKnown(String row) {
        unknownRejects.add(row);
        return this;
    }

    Cases without(String what) {
        if (what.equals("instalments")) {
            instalments.clear();
        }
        return this;
    }

    Cases of(String otherProduct) {
        product = otherProduct;
        return this;
    }

    public Cases grace(int days, Policy.GraceMode mode) {
        grace = new Policy.Grace(days, mode);
        return this;
    }

    Cases generated(String local) {
        generatedAt = at(local);
        return this;
    }

    public Cases severeFrom(int days) {
        negativeFromDays = days;
        return this;
    }

    Cases entry(String id, EntryType type, String day, long amount, @Nullable String reverses) {
        entries.add(new Entry(
                id,
                type,
                LocalDate.parse(day),
                Instant.parse(day + "T04:00:00Z"),
                amount,
                reverses,
                null,
                PaidBy.BORROWER));
        return this;
    }

    public Cases paid(String day, long amount) {
        return entry("p" + entries.size(), EntryType.REPAYMENT, day, amount, null);
    }

    Cases agreed(AgreementType type, String day, @Nullable Integer version) {
        LocalDate on = LocalDate.parse(day);
        agreements.add(new Agreement("a1", type, on, on, Instant.parse(day + "T04:00:00Z"), version));
        return this;
    }

    public Cases consent(String given, @Nullable String withdrawn) {
        consents.add(new Consent("pboc", "v" + consents.size(), at(given), withdrawn == null ? null : at(withdrawn)));
        return this;
    }

    Cases notice(String kind, String sent, @Nullable String delivered, @Nullable String evidence) {
        Instant arrived = delivered == null ? null : at(delivered);
        notices.add(new Notice("n" + notices.size(), kind, "SMS", at(sent), arrived, evidence));
        return this;
    }

    public Cases notice(String sent, String delivered) {
        return notice("BEFORE_NEGATIVE", sent, delivered, "receipt 7");
    }

    Cases blocked(String id, String value, String effective, String posted) {
        accountFacts.add(new BureauFact(id, "furnish_block", value, LocalDate.parse(effective), Instant.parse(posted)));
        return this;
    }

    Cases rejected(String row) {
        openRejects.add(row);
        return this;
    }

    Cases accepted(ReviewCode code, String subject) {
        accepted.add(new Review(code, subject));
        return this;
    }

    public Cases disputed(String id, String opened, @Nullable String resolved) {
        LocalDate resolvedOn = resolved == null ? null : LocalDate.parse(resolved);
        disputes.add(new Dispute(id, LocalDate.parse(opened), resolvedOn));
        return this;
    }

    public Cases restates(String day) {
        restateFrom = LocalDate.parse(day);
        return this;
    }

    public Cases opened(String day) {
        openedOn = LocalDate.parse(day);
        return this;
    }

    public Cases reported(Reported.State state) {
        LocalDate day = LocalDate.of(2026, 10, 31);
        Meaning meaning = new Meaning(
                Meaning.Subject.ACCOUNT, Meaning.Act.REPORT, Meaning.Moment.MONTH_END, day, false, false, null);
        reported.add(new Reported("210", "30", day, "00", Map.of(), meaning, state, null, Reported.Course.UNKNOWN));
        return this;
    }

    Cases held() {
        first = false;
        return this;
    }

    Cases reportedNegative(String day) {
        first = false;
        reportedNegative.add(LocalDate.parse(day));
        return this;
    }

    /** What the gate says of the record of a day: its reason and, after a colon, its evidence; {@code passes}. */
    String asks(Gate gate, String day) {
        return stop(gate, day)
                .map(stop -> (stop.excludes() ? "excluded " : "held ") + stop.reason() + ": " + stop.evidence())
                .orElse("passes");
    }

    Optional<GateResult> stop(Gate gate, String day) {
        return gate.stops(on(day));
    }

    /** {@code passes}, {@code held} or {@code excluded}. */
    String verdict(Gate gate, String day) {
        return asks(gate, day).split(" ", 2)[0];
    }

    GateInput on(String text) {
        LocalDate day = LocalDate.parse(text);
        Policy policy = policy();
        Dossier dossier = dossier();
        Delinquency figures = Delinquency.on(day, Assessment.assess(dossier.facts(), policy, day), policy);
        return new GateInput(dossier, day, figures, terms(), first, reportedNegative, generatedAt);
    }

    private int lastNumber() {
        return instalments.stream().mapToInt(Instalment::number).max().orElse(1);
    }

    public Dossier dossier() {
        return new Dossier(
                new AccountFacts(
                        new Account(
                                new AccountId("L1"),
                                "north",
                                product,
                                openedOn,
                                Currency.getInstance("CNY"),
                                1000L * instalments.size(),
                                lastNumber()),
                        instalments,
                        entries,
                        agreements,
                        List.of()),
                new Terms(OPENED, null, 3000, 3, "MONTHLY", null),
                new Person("B1", "", "", "", null, null, null, null, null, null, null, "CN"),
                true,
                consents,
                notices,
                disputes,
                List.of(),
                accountFacts,
                List.of(),
                openRejects,
                unknownRejects,
                accepted,
                reported,
                restateFrom);
    }

    public ReportingTerms terms() {
        return new ReportingTerms(
                "pboc",
                ReportingTerms.Environment.PRODUCTION,
                SHANGHAI,
                OPENED,
                true,
                List.of(Gate.values()),
                new ReportingCalendar(0, 2, 30),
                Products.ofLoans(Set.of("cash-loan", "car-loan")),
                10,
                100,
                negativeFromDays,
                "BEFORE_NEGATIVE",
                new Jurisdiction(20, Map.of()),
                Policy.Threshold.LEDGER);
    }

    public Policy policy() {
        return new Policy(
                SHANGHAI,
                null,
                Map.of(),
                grace,
                Policy.Allocation.INSTALMENT_FIRST,
                List.of(Component.PENALTY, Component.FEE, Component.INTEREST, Component.PRINCIPAL),
                false,
                new Bands<>(List.of(new Bands.Band<>(0, null, "M"))),
                new Bands<>(List.of(new Bands.Band<>(0, null, 1))),
                1,
                null,
                null,
                Policy.Threshold.LEDGER);
    }
}
