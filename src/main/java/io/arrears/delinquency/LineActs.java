package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a line owe, beyond the versions that replace all of it: draws, charges, statements and plans beside them (D16). */
final class LineActs {

    private final AccountFacts facts;
    private final Policy policy;
    private final LocalDate asOf;
    private final List<Agreement> plans;
    private final List<Statement> statements;

    /** @param plans the agreements whose versions stand beside the statements, in D8's order */
    LineActs(AccountFacts facts, List<Agreement> plans, Policy policy, LocalDate asOf) {
        this.facts = facts;
        this.policy = policy;
        this.asOf = asOf;
        this.plans = plans;
        this.statements = new ArrayList<>(facts.statements());
        statements.sort(Statement.ORDER);
    }

    /** The statements and plans made by the day while a version was in force; a version replaces what was made before it. */
    List<Act> made(VersionPeriod phase, @Nullable VersionPeriod next) {
        List<Act> made = new ArrayList<>(statements.size() + plans.size());
        for (Statement statement : statements) {
            if (isOf(statement.statementOn(), statement.postedAt(), phase, next)) {
                made.add(new Act.Bills(statement, policy));
            }
        }
        for (Agreement plan : plans) {
            Integer version = plan.version();
            if (version != null && isOf(plan.effectiveOn(), plan.postedAt(), phase, next)) {
                made.add(new Act.Plans(plan, version, rows(version), policy));
            }
        }
        return made;
    }

    private boolean isOf(LocalDate day, Instant postedAt, VersionPeriod phase, @Nullable VersionPeriod next) {
        boolean isReplaced = next != null && next.begins(day, postedAt);
        return !day.isAfter(asOf) && !isReplaced && phase.begins(day, postedAt);
    }

    private List<Instalment> rows(int version) {
        List<Instalment> rows = new ArrayList<>();
        for (Instalment row : facts.instalments()) {
            if (row.version() == version) {
                rows.add(row);
            }
        }
        return rows;
    }

    /**
     * The day on which a credit counts, as seen at the end of a day: its own, or that of the newest statement made by then that did
     * not know of it.
     *
     * @param own its value date, or the effective date of a version that did not know it
     */
    LocalDate counts(Entry credit, LocalDate own, LocalDate seen) {
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement statement = statements.get(i);
            LocalDate day = statement.statementOn();
            if (!own.isBefore(day)) {
                break;
            }
            if (!day.isAfter(seen) && isUnknownTo(statement, credit)) {
                return day;
            }
        }
        return own;
    }

    private boolean isUnknownTo(Statement statement, Entry credit) {
        Instant began = statement.statementOn().atStartOfDay(policy.zone()).toInstant();
        return credit.postedAt().isAfter(statement.postedAt())
                && credit.postedAt().isAfter(began);
    }

    /** The days of statements that did not know of a credit valued before, from which on it counts on another day. */
    Set<LocalDate> daysOfUnknownCredits() {
        Set<LocalDate> days = new HashSet<>();
        for (Statement statement : statements) {
            for (Entry entry : facts.entries()) {
                boolean isBefore = entry.valueOn().isBefore(statement.statementOn());
                if (entry.type().isCredit() && isBefore && isUnknownTo(statement, entry)) {
                    days.add(statement.statementOn());
                    break;
                }
            }
        }
        return days;
    }

    /** When the line ends, be it after the day; {@link Schedule#NEVER} while nobody has ended it. */
    long endsOn() {
        return Agreement.lineEndsOn(facts.agreements())
                .map(LocalDate::toEpochDay)
                .orElse(Schedule.NEVER);
    }

    /** The last day on which something known makes it owe more, or asks for more, be it after the day. */
    long lastKnown() {
        long last = Long.MIN_VALUE;
        for (Statement statement : statements) {
            boolean asks = statement.minimum().total() > 0;
            last = asks ? Math.max(last, statement.statementOn().toEpochDay()) : last;
        }
        for (Agreement plan : plans) {
            last = Math.max(last, plan.effectiveOn().toEpochDay());
        }
        for (Entry entry : facts.entries()) {
            boolean owes = entry.type().isCharge() || entry.type() == EntryType.DISBURSEMENT;
            last = owes && entry.amount() > 0 ? Math.max(last, entry.valueOn().toEpochDay()) : last;
        }
        return last;
    }
}
