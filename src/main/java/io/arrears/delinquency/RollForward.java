package io.arrears.delinquency;

import static java.util.stream.Collectors.toSet;

import io.arrears.ledger.Account;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.FactsAtCutoffs;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.Statement;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells why an account's overdue amount is another one than at the lender's last run (R3).
 *
 * <p>Both ends are reckoned from the ledger: the opening from the facts known at the last run's cutoff, under its policy and
 * on its day, the closing from those of this run. In between, what changed is let in cause by cause in {@link Movement}'s
 * order, and each cause moves what it makes of the amount when it comes; a fact known ahead comes on its day.
 *
 * <p>The overdue amount is what delinquency.csv has as overdue_total without accrued penalty; where either policy accrues,
 * no penalty at all is counted, since that file does not tell the two apart. Of a closed account nothing is overdue.
 *
 * <p>Example: of 100 due yesterday 60 was paid yesterday: opening 0, NEWLY_DUE 100, PAID -60, closing 40.
 */
public final class RollForward {

    private final @Nullable Day before;
    private final Day now;
    private final boolean isPolicySame;
    private final boolean areRulesSame;
    private final boolean isPenaltyCounted;

    /** One run's day, and the policy that it assesses by. */
    public record Day(LocalDate asOf, Policy policy) {}

    /** What is unpaid past its due date, and how much of it counts as overdue: not what lies within tolerance. */
    private record Owed(long pastDue, long overdue) {

        static final Owed NOTHING = new Owed(0, 0);

        /** Negative: what does not count. */
        long withinTolerance() {
            return overdue - pastDue;
        }
    }

    /**
     * @param before the last run's day; none on a lender's first night
     * @param areRulesSame whether the last run assessed by the same rules as this one
     */
    public RollForward(@Nullable Day before, Day now, boolean areRulesSame) {
        this.before = before;
        this.now = now;
        this.isPolicySame = before != null && before.policy().equals(now.policy());
        this.areRulesSame = areRulesSame;
        this.isPenaltyCounted = isPenaltyCounted(before == null ? null : before.policy(), now.policy());
    }

    /** Whether penalty rolls forward: not where either policy accrues some. */
    public static boolean isPenaltyCounted(@Nullable Policy before, Policy now) {
        return now.accrual() == null && (before == null || before.accrual() == null);
    }

    /**
     * The movements of one account; none when nothing moved.
     *
     * @param published its standing as the last run published it, which opens the account when other rules made it; an
     *     account of which nothing was heard and that did not wake has not moved
     * @param standing as assessed tonight, which closes the account
     */
    public Optional<Movements> of(FactsAtCutoffs heard, @Nullable Standing published, Standing standing) {
        if (published != null && isAsleep(heard, published)) {
            return Optional.empty();
        }
        long closing = standing.isOpened(now.asOf()) ? overdue(standing) : 0;
        Map<Movement, Long> amounts = new EnumMap<>(Movement.class);
        AccountFacts known = heard.before();
        long opening = 0;
        if (before == null || known == null || known.account().openedOn().isAfter(before.asOf())) {
            move(amounts, Movement.BOARDED, closing);
        } else {
            Owed tonight = owed(heard.now(), now);
            Owed then = owed(known, before);
            Owed today = isPolicySame ? then : owed(known, new Day(before.asOf(), now.policy()));
            opening = areRulesSame || published == null ? then.overdue() : overdue(published);
            move(amounts, Movement.POLICY, today.overdue() - opening);
            admit(amounts, heard.now(), known, before.asOf(), today.pastDue(), tonight.pastDue());
            move(amounts, Movement.TOLERANCE, tonight.withinTolerance() - today.withinTolerance());
        }
        Account account = heard.now().account();
        return amounts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Movements(account.id(), account.currency(), opening, amounts, closing));
    }

    private boolean isAsleep(FactsAtCutoffs heard, Standing published) {
        LocalDate wakes = published.wakesOn();
        return isPolicySame
                && areRulesSame
                && heard.now().equals(heard.before())
                && (wakes == null || wakes.isAfter(now.asOf()));
    }

    /** Lets in what was heard or began to act, cause by cause; where nothing was or did, only days have passed. */
    private void admit(
            Map<Movement, Long> amounts,
            AccountFacts all,
            AccountFacts known,
            LocalDate from,
            long opening,
            long closing) {
        if (known.equals(all) && !anythingActs(all, from)) {
            move(amounts, Movement.NEWLY_DUE, closing - opening);
            return;
        }
        long pastDue = opening;
        AccountFacts taken = admitted(Movement.CORRECTIONS, known, all, LocalDate.MAX);
        if (!taken.equals(known)) {
            pastDue = move(amounts, Movement.CORRECTIONS, pastDue, owed(taken, new Day(from, now.policy())));
        }
        for (Movement cause : EnumSet.range(Movement.NEWLY_DUE, Movement.WAIVED)) {
            AccountFacts next = admitted(cause, known, all, from);
            if (cause == Movement.NEWLY_DUE || !next.equals(taken)) {
                pastDue = move(amounts, cause, pastDue, owed(next, now));
                taken = next;
            }
        }
        move(amounts, Movement.PAID, closing - pastDue);
    }

    private static long move(Map<Movement, Long> amounts, Movement cause, long from, Owed to) {
        move(amounts, cause, to.pastDue() - from);
        return to.pastDue();
    }

    private static void move(Map<Movement, Long> amounts, Movement cause, long by) {
        if (by != 0) {
            amounts.put(cause, by);
        }
    }

    private boolean anythingActs(AccountFacts all, LocalDate from) {
        return all.entries().stream().anyMatch(entry -> acts(entry.valueOn(), from))
                || all.agreements().stream().anyMatch(agreement -> acts(agreement.effectiveOn(), from))
                || all.statements().stream().anyMatch(statement -> acts(statement.statementOn(), from));
    }

    private boolean acts(LocalDate day, LocalDate from) {
        return day.isAfter(from) && !day.isAfter(now.asOf());
    }

    /** What was known and dated by a day, in the form that its rows have by now, and what came of the kinds up to this cause. */
    private static AccountFacts admitted(Movement cause, AccountFacts known, AccountFacts all, LocalDate until) {
        boolean scheduled = cause.compareTo(Movement.SCHEDULE) >= 0;
        return new AccountFacts(
                all.account(),
                scheduled ? all.instalments() : inBoth(all.instalments(), known.instalments(), RollForward::key),
                entries(cause, known, all, until),
                scheduled ? all.agreements() : inBoth(all.agreements(), agreements(known, until), Agreement::id),
                all.classFacts(),
                scheduled ? all.statements() : inBoth(all.statements(), statements(known, until), Statement::id));
    }

    private static List<Agreement> agreements(AccountFacts known, LocalDate until) {
        return known.agreements().stream()
                .filter(agreement -> !agreement.effectiveOn().isAfter(until))
                .toList();
    }

    private static List<Statement> statements(AccountFacts known, LocalDate until) {
        return known.statements().stream()
                .filter(statement -> !statement.statementOn().isAfter(until))
                .toList();
    }

    private static List<Entry> entries(Movement cause, AccountFacts known, AccountFacts all, LocalDate until) {
        Set<String> ids = known.entries().stream()
                .filter(entry -> !entry.valueOn().isAfter(until))
                .map(Entry::id)
                .collect(toSet());
        return all.entries().stream()
                .filter(entry -> ids.contains(entry.id()) || isAdmitted(entry.type(), cause))
                .toList();
    }

    private static boolean isAdmitted(EntryType type, Movement cause) {
        return (type.isCharge() && cause.compareTo(Movement.CHARGES) >= 0)
                || (type == EntryType.REVERSAL && cause.compareTo(Movement.REVERSED) >= 0)
                || (type == EntryType.WAIVER && cause.compareTo(Movement.WAIVED) >= 0);
    }

    private static long key(Instalment instalment) {
        return ((long) instalment.version() << 32) | instalment.number();
    }

    private static <T, K> List<T> inBoth(List<T> rows, List<T> known, Function<T, K> key) {
        Set<K> keys = known.stream().map(key).collect(toSet());
        return rows.stream().filter(row -> keys.contains(key.apply(row))).toList();
    }

    private Owed owed(AccountFacts facts, Day day) {
        if (facts.account().openedOn().isAfter(day.asOf())) {
            return Owed.NOTHING;
        }
        Walk walk = Walk.of(facts, Assessment.inOrder(facts), day.policy(), day.asOf(), false);
        Schedule schedule = walk.inForce();
        long today = day.asOf().toEpochDay();
        boolean isOpen = walk.stretches().closedOn() == null;
        long pastDue = 0;
        long overdue = 0;
        for (Obligation obligation : schedule.obligations()) {
            if (obligation.due < today) {
                long rest = counted(obligation.rests());
                pastDue = Math.addExact(pastDue, rest);
                overdue += isOpen && schedule.isOverdue(obligation, today) ? rest : 0;
            }
        }
        return new Owed(pastDue, overdue);
    }

    private long overdue(Standing standing) {
        return standing.isClosed()
                ? 0
                : standing.arrears().stream()
                        .mapToLong(arrear -> counted(arrear.rest()))
                        .sum();
    }

    private long counted(Components rests) {
        return isPenaltyCounted ? rests.total() : rests.total() - rests.charged();
    }
}
