package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.CreditLine;
import io.arrears.ledger.Entry;
import io.arrears.ledger.Statement;
import io.arrears.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves each statement of a line by the ledger (D17), and tells when one is missing (D16).
 *
 * <p>Example: 1000 drawn and 100 paid, and a statement says that 950 are owed: STATEMENT_DIFFERS, {@code balance 9.50; in the ledger
 * 9.00}.
 */
final class Statements {

    private static final int DAYS_LATE = 5;

    private final AccountFacts facts;
    private final Policy policy;
    private final LocalDate asOf;
    private final List<Statement> made;
    private final List<Review> reviews = new ArrayList<>(0);
    private @Nullable LocalDate owesSince;

    Statements(AccountFacts facts, Policy policy, LocalDate asOf) {
        this.facts = facts;
        this.policy = policy;
        this.asOf = asOf;
        this.made = facts.statements().stream()
                .filter(statement -> !statement.statementOn().isAfter(asOf))
                .sorted(Statement.ORDER)
                .toList();
    }

    /** What holds at the end of a day on which something is posted, as seen then. */
    void observe(LocalDate day, Schedule schedule) {
        if (schedule.balance() <= 0) {
            owesSince = null;
        } else if (owesSince == null) {
            owesSince = day;
        }
        for (Statement statement : made) {
            if (statement.statementOn().equals(day)) {
                prove(statement, day, isAllKnownTo(statement) ? schedule : asKnownTo(statement));
            }
        }
    }

    private boolean isAllKnownTo(Statement statement) {
        for (Entry entry : facts.entries()) {
            if (!entry.valueOn().isAfter(statement.statementOn()) && !isKnown(entry, statement)) {
                return false;
            }
        }
        for (Agreement agreement : facts.agreements()) {
            if (!agreement.effectiveOn().isAfter(statement.statementOn()) && !isKnown(agreement, statement)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKnown(Entry entry, Statement statement) {
        return !entry.postedAt().isAfter(statement.postedAt());
    }

    private static boolean isKnown(Agreement agreement, Statement statement) {
        return !agreement.postedAt().isAfter(statement.postedAt());
    }

    /** The line on the day of a statement, of what had been posted when it was. */
    private Schedule asKnownTo(Statement statement) {
        AccountFacts known = new AccountFacts(
                facts.account(),
                facts.instalments(),
                facts.entries().stream()
                        .filter(entry -> isKnown(entry, statement))
                        .toList(),
                facts.agreements().stream()
                        .filter(agreement -> isKnown(agreement, statement))
                        .toList(),
                facts.classFacts(),
                facts.statements());
        return Walk.unproved(known, Assessment.inOrder(known), policy, statement.statementOn())
                .inForce();
    }

    private void prove(Statement statement, LocalDate day, Schedule schedule) {
        List<String> differences = new ArrayList<>(0);
        long balance = schedule.balance();
        if (statement.balance() != balance) {
            differences.add("balance " + money(statement.balance()) + "; in the ledger " + money(balance));
        }
        Long pastDue = statement.pastDue();
        if (pastDue != null) {
            long overdue = schedule.arrears(day.toEpochDay()).stream()
                    .mapToLong(arrear -> arrear.rest().total())
                    .sum();
            if (pastDue != overdue) {
                differences.add("past due " + money(pastDue) + "; in the ledger " + money(overdue));
            }
        }
        if (schedule.unbilled() < 0) {
            differences.add("minima " + money(balance - schedule.unbilled()) + " of a balance of " + money(balance));
        }
        if (!differences.isEmpty()) {
            boolean isNewest = statement.equals(made.get(made.size() - 1));
            reviews.add(new Review(
                    isNewest ? ReviewCode.STATEMENT_DIFFERS : ReviewCode.STATEMENT_DIFFERED,
                    statement.id(),
                    String.join("; ", differences)));
        }
    }

    private String money(long minor) {
        return Money.text(minor, facts.account().currency().getDefaultFractionDigits());
    }

    /** The statements that differ, and the one that is missing at the end of the day. */
    List<Review> reviews() {
        LocalDate missing = missingOn();
        if (missing != null && !missing.isAfter(asOf)) {
            reviews.add(new Review(
                    ReviewCode.STATEMENT_MISSING,
                    facts.account().id().value(),
                    made.isEmpty()
                            ? "none yet"
                            : "none since " + made.get(made.size() - 1).statementOn()));
        }
        return reviews;
    }

    /** The first day on which a statement is missing if none comes; none while no principal is owed. */
    @Nullable
    LocalDate missingOn() {
        LocalDate since = owesSince;
        CreditLine line = facts.account().line();
        if (since == null || line == null) {
            return null;
        }
        if (!made.isEmpty() && made.get(made.size() - 1).statementOn().isAfter(since)) {
            since = made.get(made.size() - 1).statementOn();
        }
        return line.billed().after(since).plusDays(DAYS_LATE);
    }
}
