package io.arrears.delinquency;

import static java.util.Comparator.comparing;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Component;
import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One day's books worked out from nothing, in the plainest code that says D2, D3, D4, D8 and D10: no history, no cursors,
 * no shared helper. What the assessment is held against.
 */
final class NaiveBook {

    /** One obligation and what is unpaid of each component, in the order of {@link Component}. */
    record Line(boolean charge, int number, String reference, LocalDate due, Map<Component, Long> rest) {

        long total() {
            return rest.values().stream().mapToLong(Long::longValue).sum();
        }

        Components rests() {
            return new Components(
                    rest.get(Component.PRINCIPAL),
                    rest.get(Component.INTEREST),
                    rest.get(Component.FEE),
                    rest.get(Component.PENALTY));
        }
    }

    record Counted(Entry entry, LocalDate actsOn) {}

    final List<Line> lines = new ArrayList<>();
    final List<Counted> counted = new ArrayList<>();
    final LocalDate day;
    int version;
    long unallocated;
    private final Policy policy;
    private final long tolerance;
    private @Nullable Agreement by;

    final Set<String> waivedBeyond = new HashSet<>();
    final Set<String> waivedComing = new HashSet<>();

    NaiveBook(AccountFacts facts, Policy policy, LocalDate day) {
        this.policy = policy;
        this.day = day;
        this.tolerance = policy.tolerance().getOrDefault(facts.account().currency(), 0L);
        chooseVersion(facts);
        Set<String> reversed = reversed(facts.entries(), day);
        listObligations(facts, reversed);
        Set<String> ofPayoffDay = paidOnPayoffDay(facts, reversed);
        for (Entry entry : facts.entries()) {
            LocalDate actsOn = actsOn(entry, by, policy);
            if (isOfPayoffDay(entry, by)) {
                actsOn = ofPayoffDay.contains(entry.id()) ? entry.valueOn() : null;
            } else if (entry.type() == EntryType.REFUND && isPayoffDay(entry.valueOn(), by)) {
                actsOn = entry.valueOn();
            }
            boolean moves = entry.type().isCredit() || entry.type() == EntryType.REFUND;
            if (moves && !entry.valueOn().isAfter(day) && !reversed.contains(entry.id()) && actsOn != null) {
                counted.add(new Counted(entry, actsOn));
            }
        }
        counted.sort(comparing(Counted::actsOn)
                .thenComparing(c -> c.entry().type() == EntryType.REFUND && isPayoffDay(c.actsOn(), by))
                .thenComparing(c -> c.entry().postedAt())
                .thenComparing(c -> c.entry().id()));
        counted.forEach(this::apply);
    }

    /** D8: day after day the last agreement that names a known version, not earlier than the one in force. */
    private void chooseVersion(AccountFacts facts) {
        Set<Integer> known = new HashSet<>();
        facts.instalments().forEach(instalment -> known.add(instalment.version()));
        version = known.stream().mapToInt(Integer::intValue).min().orElse(0);
        Map<LocalDate, Agreement> winners = new HashMap<>();
        List<Agreement> agreements = new ArrayList<>(facts.agreements());
        agreements.sort(comparing(Agreement::effectiveOn)
                .thenComparing(Agreement::postedAt)
                .thenComparing(Agreement::id));
        for (Agreement agreement : agreements) {
            Integer named = agreement.version();
            if (!agreement.effectiveOn().isAfter(day) && named != null && known.contains(named)) {
                int before = winners.entrySet().stream()
                        .filter(e -> e.getKey().isBefore(agreement.effectiveOn()))
                        .mapToInt(e -> e.getValue().version())
                        .max()
                        .orElse(version);
                if (named >= before) {
                    winners.put(agreement.effectiveOn(), agreement);
                }
            }
        }
        winners.keySet().stream().sorted().forEach(switched -> {
            Agreement winner = winners.get(switched);
            if (winner.version() > version) {
                version = winner.version();
                by = winner;
            }
        });
    }

    static boolean isOfPayoffDay(Entry entry, @Nullable Agreement by) {
        return entry.type().isCredit() && isPayoffDay(entry.valueOn(), by);
    }

    private static boolean isPayoffDay(LocalDate day, @Nullable Agreement by) {
        return by != null
                && (by.type() == AgreementType.PAYOFF || by.type() == AgreementType.SETTLEMENT)
                && day.equals(by.effectiveOn());
    }

    /**
     * D8: the ids of the credits of a payoff's day that it counts: the latest that pay it or, where it does not ask for what the others
     * left, those that fit best what it asks for.
     */
    private Set<String> paidOnPayoffDay(AccountFacts facts, Set<String> reversed) {
        List<String> latestFirst = facts.entries().stream()
                .filter(entry -> isOfPayoffDay(entry, by) && !reversed.contains(entry.id()))
                .sorted(comparing(Entry::postedAt).thenComparing(Entry::id).reversed())
                .map(Entry::id)
                .toList();
        Set<String> taken = new HashSet<>();
        for (String credit : latestFirst) {
            if (isPaid(facts, reversed, taken)) {
                break;
            }
            taken.add(credit);
        }
        int best = latestFirst.isEmpty() ? 4 : fits(facts, reversed, taken);
        for (int size = 0; best < 4 && size <= latestFirst.size(); size++) {
            for (int bits = 0; bits < 1 << latestFirst.size(); bits++) {
                Set<String> some = new HashSet<>();
                for (int i = 0; i < latestFirst.size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        some.add(latestFirst.get(i));
                    }
                }
                int fits = some.size() == size ? fits(facts, reversed, some) : 0;
                if (fits > best) {
                    best = fits;
                    taken = some;
                }
            }
        }
        return taken;
    }

    /** 0 where the version would not be whole, 2 where it might ask for so much, 4 where just that was unpaid; 1 more where it is paid. */
    private int fits(AccountFacts facts, Set<String> reversed, Set<String> taken) {
        Set<String> counted = new HashSet<>(taken);
        for (Entry entry : facts.entries()) {
            boolean before = entry.type().isCredit()
                    && entry.valueOn().isBefore(by.effectiveOn())
                    && actsOn(entry, by, policy) != null;
            if (before || (isOfPayoffDay(entry, by) && reversed.contains(entry.id()) && wasCounted(facts, entry))) {
                counted.add(entry.id());
            }
        }
        int fits = 2 * NaiveWhole.off(facts, policy, by, version, counted).fits();
        return fits > 0 && isPaid(facts, reversed, taken) ? fits + 1 : fits;
    }

    /** Of a credit that is reversed by now: whether it was counted the day before its reversal. */
    private boolean wasCounted(AccountFacts facts, Entry credit) {
        LocalDate last = day;
        while (reversed(facts.entries(), last).contains(credit.id())) {
            last = last.minusDays(1);
        }
        return last.isBefore(by.effectiveOn())
                || new NaiveBook(facts, policy, last)
                        .counted.stream()
                                .anyMatch(counted -> counted.entry().id().equals(credit.id()));
    }

    private boolean isPaid(AccountFacts facts, Set<String> reversed, Set<String> taken) {
        LocalDate switched = by.effectiveOn();
        NaiveBook paper = new NaiveBook(policy, day, tolerance);
        for (Line line : lines) {
            if (!line.charge() || !line.due().isAfter(switched)) {
                paper.lines.add(new Line(
                        line.charge(), line.number(), line.reference(), line.due(), new HashMap<>(line.rest())));
            }
        }
        facts.entries().stream()
                .filter(entry -> entry.type().isCredit() && !reversed.contains(entry.id()))
                .filter(entry -> taken.contains(entry.id())
                        || (entry.valueOn().isBefore(switched) && actsOn(entry, by, policy) != null))
                .sorted(comparing(Entry::valueOn).thenComparing(Entry::postedAt).thenComparing(Entry::id))
                .forEach(entry -> paper.apply(new Counted(entry, switched)));
        return paper.lines.stream().noneMatch(line -> line.total() > tolerance);
    }

    private NaiveBook(Policy policy, LocalDate day, long tolerance) {
        this.policy = policy;
        this.day = day;
        this.tolerance = tolerance;
    }

    /** D2: the ids that never happened, as seen at the end of a day. */
    static Set<String> reversed(List<Entry> entries, LocalDate day) {
        Set<String> reversed = new HashSet<>();
        entries.stream()
                .filter(e -> e.type() == EntryType.REVERSAL && !e.valueOn().isAfter(day))
                .sorted(comparing(Entry::valueOn).thenComparing(Entry::postedAt).thenComparing(Entry::id))
                .forEach(reversal -> entries.stream()
                        .filter(target -> target.id().equals(reversal.reverses()))
                        .filter(target -> target.type() != EntryType.REVERSAL)
                        .filter(target -> target.type() != EntryType.DISBURSEMENT)
                        .filter(target -> target.amount() == reversal.amount())
                        .filter(target -> !target.valueOn().isAfter(reversal.valueOn()))
                        .forEach(target -> reversed.add(target.id())));
        return reversed;
    }

    /** D8: the day on which the version that an agreement put in force counts an entry; none where it knew it. */
    static @Nullable LocalDate actsOn(Entry entry, @Nullable Agreement by, Policy policy) {
        if (by == null || entry.valueOn().isAfter(by.effectiveOn())) {
            return entry.valueOn();
        }
        boolean afterAgreement = entry.postedAt().isAfter(by.postedAt());
        if (entry.valueOn().equals(by.effectiveOn())) {
            return afterAgreement ? entry.valueOn() : null;
        }
        Instant start = by.effectiveOn().atStartOfDay(policy.zone()).toInstant();
        return afterAgreement && entry.postedAt().isAfter(start) ? by.effectiveOn() : null;
    }

    private void listObligations(AccountFacts facts, Set<String> reversed) {
        for (Instalment instalment : facts.instalments()) {
            if (instalment.version() == version) {
                BusinessCalendar calendar = policy.calendar();
                LocalDate due = instalment.dueOn();
                while (calendar != null && !calendar.isBusinessDay(due)) {
                    due = due.plusDays(1);
                }
                lines.add(line(false, instalment.number(), "" + instalment.number(), due, instalment.owed()));
            }
        }
        for (Entry entry : facts.entries()) {
            boolean fee = entry.type() == EntryType.FEE;
            boolean exists = (fee || entry.type() == EntryType.PENALTY) && !reversed.contains(entry.id());
            if (exists && actsOn(entry, by, policy) != null) {
                long amount = entry.amount();
                Components owed = fee ? new Components(0, 0, amount, 0) : new Components(0, 0, 0, amount);
                lines.add(line(true, 0, entry.id(), entry.valueOn(), owed));
            }
        }
        lines.sort(comparing(Line::due)
                .thenComparing(Line::charge)
                .thenComparing(Line::number)
                .thenComparing(Line::reference));
    }

    private static Line line(boolean charge, int number, String reference, LocalDate due, Components owed) {
        Map<Component, Long> rest = new HashMap<>();
        for (Component component : Component.values()) {
            rest.put(component, owed.get(component));
        }
        return new Line(charge, number, reference, due, rest);
    }

    private void apply(Counted counted) {
        Entry entry = counted.entry();
        if (entry.type() == EntryType.REFUND) {
            unallocated = Math.max(0, unallocated - entry.amount());
            return;
        }
        boolean waiver = entry.type() == EntryType.WAIVER;
        long comingBefore = coming(counted.actsOn());
        long left = entry.amount();
        if (entry.split() != null) {
            left = 0;
            for (Component component : Component.values()) {
                long part = entry.split().get(component);
                for (Line line : lines) {
                    part -= pay(line, component, part);
                }
                left += part;
            }
        }
        if (!waiver || entry.split() == null) {
            left = spread(counted, left);
        }
        if (!waiver) {
            unallocated += left;
        } else if (left > 0) {
            waivedBeyond.add(entry.id());
        }
        if (waiver && coming(counted.actsOn()) != comingBefore) {
            waivedComing.add(entry.id());
        }
    }

    private long coming(LocalDate from) {
        return lines.stream()
                .filter(line -> line.due().isAfter(from))
                .mapToLong(Line::total)
                .sum();
    }

    private long spread(Counted counted, long amount) {
        long left = amount;
        if (policy.allocation() == Policy.Allocation.COMPONENT_FIRST) {
            for (Component component : policy.componentOrder()) {
                for (Line line : lines) {
                    left -= line.due().isAfter(counted.actsOn()) ? 0 : pay(line, component, left);
                }
            }
        }
        for (Line line : lines) {
            for (Component component : policy.componentOrder()) {
                left -= pay(line, component, left);
            }
        }
        return left;
    }

    private static long pay(Line line, Component component, long amount) {
        long paid = Math.min(line.rest().get(component), amount);
        line.rest().merge(component, -paid, Long::sum);
        return paid;
    }

    long balance() {
        return lines.stream()
                .mapToLong(line -> line.rest().get(Component.PRINCIPAL))
                .sum();
    }

    List<Arrear> arrears() {
        List<Arrear> arrears = new ArrayList<>();
        for (Line line : lines) {
            boolean ages = line.total() > tolerance && (!line.charge() || policy.chargesAge());
            if (line.due().isBefore(day) && (ages || (line.charge() && line.total() > 0))) {
                ObligationKind kind = !line.charge()
                        ? ObligationKind.INSTALMENT
                        : line.rest().get(Component.FEE) > 0 ? ObligationKind.FEE : ObligationKind.PENALTY;
                arrears.add(new Arrear(kind, line.reference(), line.due(), line.rests(), ages));
            }
        }
        return arrears;
    }

    /** D4, D5: the due date of the first arrear that ages. */
    @Nullable
    LocalDate oldest() {
        return arrears().stream()
                .filter(Arrear::ages)
                .map(Arrear::dueOn)
                .findFirst()
                .orElse(null);
    }

    /** D6, whichever mode: more than 0 beyond grace. */
    boolean reported() {
        LocalDate oldest = oldest();
        return oldest != null
                && ChronoUnit.DAYS.between(oldest, day) > policy.grace().days();
    }

    /** D11: whether an arrear that ages is of this due date. */
    boolean isOverdueOf(LocalDate due) {
        return arrears().stream()
                .anyMatch(arrear -> arrear.ages() && arrear.dueOn().equals(due));
    }

    @Nullable
    Agreement by() {
        return by;
    }

    /** D10: no rest beyond tolerance, and nothing unpaid to come; whether the schedule is whole is another book's (D19). */
    boolean settled() {
        return lines.stream().anyMatch(line -> !line.charge())
                && lines.stream().noneMatch(line -> line.total() > tolerance)
                && lines.stream().noneMatch(line -> line.due().isAfter(day) && line.total() > 0);
    }
}
