package io.arrears.delinquency;

import static java.util.stream.Collectors.joining;

import io.arrears.ledger.Account;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.AccountId;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Components;
import io.arrears.ledger.CreditLine;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Frequency;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.PaidBy;
import io.arrears.ledger.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of credit written as lines of text, one fact each, days of 2026 as {@code month-day}; posted at noon of its day, or of the
 * day and hour behind {@code @}.
 *
 * <pre>
 * d1 draw  01-05 1000
 * s1 bill  01-31 02-20 100 1000        statement_on, due_on, minimum principal[/interest[/fee]], balance [past due]
 * p1 pay   02-18 100 @02-19T09
 * </pre>
 */
public final class Lines {

    private final List<Instalment> instalments = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Agreement> agreements = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final long unit;
    private Currency currency = Loans.CNY;
    private Policy policy = Loans.PLAIN;

    private Lines(long unit) {
        this.unit = unit;
    }

    public static Lines line(String facts) {
        return in(1, facts);
    }

    /** With amounts in units of so many minor ones. */
    public static Lines in(long unit, String facts) {
        Lines line = new Lines(unit);
        facts.lines().map(String::strip).filter(fact -> !fact.isEmpty()).forEach(fact -> line.add(fact.split(" +")));
        return line;
    }

    public Lines in(String code) {
        currency = Currency.getInstance(code);
        return this;
    }

    Lines under(Policy other) {
        policy = other;
        return this;
    }

    private void add(String[] fact) {
        boolean isPosted = fact[fact.length - 1].startsWith("@");
        int words = isPosted ? fact.length - 1 : fact.length;
        LocalDate day = day(fact[2]);
        Instant posted = isPosted
                ? Instant.parse((fact[words].length() == 9 ? "2026-" : "") + fact[words].substring(1) + ":00:00Z")
                : Instant.parse(day + "T12:00:00Z");
        String id = fact[0];
        switch (fact[1]) {
            case "draw" -> entry(id, EntryType.DISBURSEMENT, day, posted, number(fact[3]));
            case "pay" -> entry(id, EntryType.REPAYMENT, day, posted, number(fact[3]));
            case "waive" -> entry(id, EntryType.WAIVER, day, posted, number(fact[3]));
            case "refund" -> entry(id, EntryType.REFUND, day, posted, number(fact[3]));
            case "fee" -> entry(id, EntryType.FEE, day, posted, number(fact[3]));
            case "penalty" -> entry(id, EntryType.PENALTY, day, posted, number(fact[3]));
            case "off" -> entry(id, EntryType.WRITE_OFF, day, posted, number(fact[3]));
            case "returned" ->
                entries.add(
                        new Entry(id, EntryType.REPAYMENT, day, posted, number(fact[3]), null, null, PaidBy.MERCHANT));
            case "split" -> {
                Components split = components(fact[3]);
                entries.add(
                        new Entry(id, EntryType.REPAYMENT, day, posted, split.total(), null, split, PaidBy.BORROWER));
            }
            case "reverse" ->
                entries.add(new Entry(
                        id, EntryType.REVERSAL, day, posted, number(fact[3]), fact[4], null, PaidBy.BORROWER));
            case "bill" ->
                statements.add(new Statement(
                        id,
                        day,
                        day(fact[3]),
                        components(fact[4]),
                        number(fact[5]),
                        words > 6 ? number(fact[6]) : null,
                        posted));
            case "LIMIT_CHANGE" ->
                agreements.add(new Agreement(
                        id,
                        AgreementType.LIMIT_CHANGE,
                        day,
                        day,
                        posted,
                        null,
                        number(fact[3]),
                        null,
                        null,
                        null,
                        false));
            case "row" -> {
                int dot = id.indexOf('.');
                instalments.add(new Instalment(
                        Integer.parseInt(id.substring(0, dot)),
                        Integer.parseInt(id.substring(dot + 1)),
                        day,
                        components(fact[3])));
            }
            default ->
                agreements.add(new Agreement(
                        id,
                        AgreementType.valueOf(fact[1]),
                        day,
                        day,
                        posted,
                        words > 3 ? Integer.valueOf(fact[3]) : null));
        }
    }

    private void entry(String id, EntryType type, LocalDate day, Instant posted, long amount) {
        entries.add(new Entry(id, type, day, posted, amount, null, null, PaidBy.BORROWER));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text.length() == 5 ? "2026-" + text : text);
    }

    private long number(String text) {
        return Long.parseLong(text) * unit;
    }

    private Components components(String text) {
        long[] parts = new long[4];
        String[] written = text.split("/");
        for (int i = 0; i < written.length; i++) {
            parts[i] = number(written[i]);
        }
        return new Components(parts[0], parts[1], parts[2], parts[3]);
    }

    public AccountFacts facts() {
        Account account = new Account(
                new AccountId("L1"),
                "lender",
                "line",
                LocalDate.of(2026, 1, 1),
                currency,
                0,
                0,
                new CreditLine(100_000, Frequency.MONTHLY));
        return new AccountFacts(account, instalments, entries, agreements, List.of(), statements);
    }

    Standing on(String day) {
        return Assessment.assess(facts(), policy, day(day));
    }

    /** {@code OPEN 12 dpd, 100 overdue in 1, owes 900, 0 over}: status, days, what is overdue and of how many, balance, unallocated. */
    String at(String day) {
        Delinquency figures = Delinquency.on(day(day), on(day), policy);
        return figures.status() + " " + figures.dpd() + " dpd, "
                + figures.overdue().total() + " overdue in "
                + figures.overdueInstalments() + ", owes " + figures.standing().balance() + ", "
                + figures.standing().unallocated() + " over";
    }

    /** What stands in review.csv: {@code STATEMENT_DIFFERS s1 (balance 1.00; in the ledger 0.90)}. */
    String reviews(String day) {
        return on(day).reviews().stream()
                .map(review -> review.code() + " " + review.subject()
                        + (review.evidence().isEmpty() ? "" : " (" + review.evidence() + ")"))
                .collect(joining(", "));
    }

    @Nullable
    LocalDate wakes(String day) {
        return on(day).wakesOn();
    }
}
