package io.arrears.delinquency;

import static java.util.stream.Collectors.joining;

import io.arrears.ledger.Account;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.AccountId;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.ClassFact;
import io.arrears.ledger.Component;
import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.PaidBy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A loan written as a few lines, for tests of the rules; amounts in minor units, entries posted at noon of their day. */
public final class Loans {

    static final Currency CNY = Currency.getInstance("CNY");

    /** Grace 0, no tolerance, no roll, instalment-first, the design's buckets and classes. */
    public static final Policy PLAIN = new Policy(
            ZoneOffset.UTC,
            null,
            Map.of(),
            new Policy.Grace(0, Policy.GraceMode.COUNT_BACK),
            Policy.Allocation.INSTALMENT_FIRST,
            List.of(Component.PENALTY, Component.FEE, Component.INTEREST, Component.PRINCIPAL),
            false,
            new Bands<>(List.of(
                    new Bands.Band<>(0, 0, "M0"),
                    new Bands.Band<>(1, 30, "M1"),
                    new Bands.Band<>(31, 60, "M2"),
                    new Bands.Band<>(61, 90, "M3"),
                    new Bands.Band<>(91, 120, "M4"),
                    new Bands.Band<>(121, 150, "M5"),
                    new Bands.Band<>(151, 180, "M6"),
                    new Bands.Band<>(181, null, "M7"))),
            new Bands<>(List.of(
                    new Bands.Band<>(0, 0, 1),
                    new Bands.Band<>(1, 90, 2),
                    new Bands.Band<>(91, 270, 3),
                    new Bands.Band<>(271, 360, 4),
                    new Bands.Band<>(361, null, 5))),
            1,
            null,
            null,
            Policy.Threshold.LEDGER);

    private final List<Instalment> instalments = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Agreement> agreements = new ArrayList<>();
    private final List<ClassFact> classFacts = new ArrayList<>();
    private LocalDate openedOn = LocalDate.of(2025, 12, 1);
    private Currency currency = CNY;
    private @Nullable Long principal;
    private @Nullable Integer termCount;

    static Loans loan() {
        return new Loans();
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Instant noon(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }

    Loans opened(String day) {
        openedOn = day(day);
        return this;
    }

    Loans in(String code) {
        currency = Currency.getInstance(code);
        return this;
    }

    /** What the account says was lent; else what the first version adds up to. */
    Loans lent(long amount, int terms) {
        principal = amount;
        termCount = terms;
        return this;
    }

    Loans due(int number, String day, long principal) {
        return due(1, number, day, principal, 0);
    }

    Loans due(int version, int number, String day, long principal, long interest) {
        return due(version, number, day, new Components(principal, interest, 0, 0));
    }

    Loans due(int version, int number, String day, Components owed) {
        instalments.add(new Instalment(version, number, day(day), owed));
        return this;
    }

    Loans entry(String id, EntryType type, String day, long amount) {
        return entry(id, type, day, noon(day), amount);
    }

    Loans entry(String id, EntryType type, String day, Instant postedAt, long amount) {
        entries.add(new Entry(id, type, day(day), postedAt, amount, null, null, PaidBy.BORROWER));
        return this;
    }

    Loans paid(String id, String day, long amount) {
        return entry(id, EntryType.REPAYMENT, day, amount);
    }

    Loans paidBy(PaidBy who, String id, EntryType type, String day, long amount) {
        entries.add(new Entry(id, type, day(day), noon(day), amount, null, null, who));
        return this;
    }

    Loans penalty(String id, String day, long amount) {
        return entry(id, EntryType.PENALTY, day, amount);
    }

    Loans fee(String id, String day, long amount) {
        return entry(id, EntryType.FEE, day, amount);
    }

    Loans refund(String id, String day, long amount) {
        return entry(id, EntryType.REFUND, day, amount);
    }

    Loans writtenOff(String id, String day, long amount) {
        return entry(id, EntryType.WRITE_OFF, day, amount);
    }

    Loans split(String id, String day, Components split) {
        entries.add(
                new Entry(id, EntryType.REPAYMENT, day(day), noon(day), split.total(), null, split, PaidBy.BORROWER));
        return this;
    }

    Loans waived(String id, String day, long amount) {
        return entry(id, EntryType.WAIVER, day, amount);
    }

    /** A waiver that names what it forgives. */
    Loans waived(String id, String day, Components split) {
        entries.add(new Entry(id, EntryType.WAIVER, day(day), noon(day), split.total(), null, split, PaidBy.BORROWER));
        return this;
    }

    Loans waived(String id, String day, Instant postedAt, Components split) {
        entries.add(new Entry(id, EntryType.WAIVER, day(day), postedAt, split.total(), null, split, PaidBy.BORROWER));
        return this;
    }

    Loans drawn(String id, String day, long amount) {
        return entry(id, EntryType.DISBURSEMENT, day, amount);
    }

    Loans reversed(String id, @Nullable String target, String day, long amount) {
        return reversed(id, target, day, noon(day), amount);
    }

    Loans reversed(String id, @Nullable String target, String day, Instant postedAt, long amount) {
        entries.add(new Entry(id, EntryType.REVERSAL, day(day), postedAt, amount, target, null, PaidBy.BORROWER));
        return this;
    }

    Loans agreed(String id, AgreementType type, String effective, Instant postedAt, @Nullable Integer version) {
        agreements.add(new Agreement(id, type, day(effective), day(effective), postedAt, version));
        return this;
    }

    Loans classed(int fiveClass, String day) {
        classFacts.add(new ClassFact("c" + classFacts.size(), fiveClass, day(day), noon(day)));
        return this;
    }

    AccountFacts facts() {
        return new AccountFacts(account(), instalments, entries, agreements, classFacts);
    }

    private Account account() {
        Account whole = whole(instalments, openedOn, currency);
        return new Account(
                whole.id(),
                whole.lender(),
                whole.product(),
                openedOn,
                currency,
                principal == null ? whole.principal() : principal,
                termCount == null ? whole.termCount() : termCount);
    }

    /** An account of which the first of these versions asks for all that was lent. */
    static Account whole(List<Instalment> instalments, LocalDate openedOn, Currency currency) {
        int first = instalments.stream().mapToInt(Instalment::version).min().orElse(0);
        List<Instalment> own = instalments.stream()
                .filter(instalment -> instalment.version() == first)
                .toList();
        return new Account(
                new AccountId("L1"),
                "lender",
                "loan",
                openedOn,
                currency,
                own.stream()
                        .mapToLong(instalment -> instalment.owed().principal())
                        .sum(),
                own.stream().mapToInt(Instalment::number).max().orElse(1));
    }

    /** What was set aside by a day: {@code SCHEDULE_ROUNDED 1, WAIVER_BEYOND w}. */
    String reviewed(String day, Policy policy) {
        return on(day, policy).reviews().stream()
                .map(review -> review.code() + " " + review.subject())
                .collect(joining(", "));
    }

    /** The same by other rules than D19, for loans whose versions are made up for something else. */
    List<Review> reviewsBesidesD19(String day) {
        return on(day).reviews().stream()
                .filter(review -> !review.code().rule().equals("D19"))
                .toList();
    }

    Standing on(String day) {
        return on(day, PLAIN);
    }

    Standing on(String day, Policy policy) {
        return Assessment.assess(facts(), policy, day(day));
    }

    Settlement settled(String day) {
        return settled(day, PLAIN);
    }

    Settlement settled(String day, Policy policy) {
        return Settlement.on(facts(), policy, day(day));
    }

    Delinquency figures(String day) {
        return figures(day, PLAIN);
    }

    Delinquency figures(String day, Policy policy) {
        return Delinquency.on(day(day), on(day, policy), policy);
    }
}
