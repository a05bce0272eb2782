package io.arrears.delinquency;

import io.arrears.ledger.Account;
import io.arrears.ledger.AccountFacts;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A small loan made as awkward as one seed can make it: few days and few amounts, so that facts meet on the same day, on
 * due dates, on switches of version and at the instants of D8; reversals and agreements that make sense and that do not.
 */
public record NastyLoan(long seed, AccountFacts facts, Policy policy) {

    public static final LocalDate OPENED = LocalDate.of(2026, 1, 1);

    private static final BusinessCalendar CALENDAR = new BusinessCalendar(
            "test",
            Set.of(
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2026, 2, 16),
                    LocalDate.of(2026, 2, 17),
                    LocalDate.of(2026, 4, 6)),
            Set.of(LocalDate.of(2026, 2, 14), LocalDate.of(2026, 3, 1)),
            Set.of(2025, 2026, 2027));

    private static final EntryType[] TYPES = {
        EntryType.REPAYMENT,
        EntryType.REPAYMENT,
        EntryType.REPAYMENT,
        EntryType.REPAYMENT,
        EntryType.WAIVER,
        EntryType.WAIVER,
        EntryType.RECOVERY,
        EntryType.PENALTY,
        EntryType.FEE,
        EntryType.REFUND,
        EntryType.WRITE_OFF,
        EntryType.DISBURSEMENT,
        EntryType.REVERSAL,
        EntryType.REVERSAL,
        EntryType.REVERSAL
    };

    public static NastyLoan of(long seed) {
        return new Maker(seed).make();
    }

    private static final class Maker {

        private final long seed;
        private final SplittableRandom random;
        private final List<LocalDate> days = new ArrayList<>();
        private final List<Instant> instants = new ArrayList<>();
        private final List<Instalment> instalments = new ArrayList<>();
        private final List<Agreement> agreements = new ArrayList<>();
        private final List<Entry> entries = new ArrayList<>();
        private final List<ClassFact> classFacts = new ArrayList<>();

        Maker(long seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
        }

        NastyLoan make() {
            Policy policy = policy();
            int versions = oneIn(2) ? 1 : 2 + random.nextInt(2);
            for (int version = 1; version <= versions; version++) {
                schedule(version);
            }
            int agreed = versions == 1 && !oneIn(5) ? 0 : random.nextInt(4);
            for (int i = 0; i < agreed; i++) {
                agreement("a" + i, versions);
            }
            int count = random.nextInt(11);
            List<String> ids = new ArrayList<>(List.of("A", "B", "a", "b", "c", "d", "e1", "e10", "e2", "f"));
            Collections.shuffle(ids, new Random(random.nextLong()));
            for (int i = 0; i < count; i++) {
                entries.add(entry(ids.get(i)));
            }
            if (oneIn(3)) {
                twice();
            }
            for (int i = random.nextInt(6) - 3; i > 0; i--) {
                classFacts.add(new ClassFact("c" + i, 1 + random.nextInt(5), someDay(), somePosting(OPENED)));
            }
            Account whole = Loans.whole(instalments, OPENED, Loans.CNY);
            Account account = oneIn(3) ? slipped(whole) : whole;
            if (oneIn(6)) {
                lost(instalments.get(random.nextInt(instalments.size())));
            } else if (oneIn(6)) {
                doubled(instalments.get(random.nextInt(instalments.size())));
            }
            return new NastyLoan(seed, new AccountFacts(account, instalments, entries, agreements, classFacts), policy);
        }

        /** A credit booked twice, on an agreement's day if there is one. */
        private void twice() {
            entries.stream()
                    .filter(entry -> entry.type().isCredit())
                    .min(Comparator.comparing(entry -> agreements.stream()
                            .noneMatch(agreement -> agreement.effectiveOn().equals(entry.valueOn()))))
                    .ifPresent(entry -> entries.add(new Entry(
                            "twice",
                            entry.type(),
                            entry.valueOn(),
                            somePosting(entry.valueOn()),
                            entry.amount(),
                            null,
                            entry.split(),
                            entry.paidBy())));
        }

        /** What was lent, with a slip: a few minor units, a digit too many, or another count of terms. */
        private Account slipped(Account whole) {
            long principal = oneIn(3) ? whole.principal() * 10 : whole.principal() + random.nextInt(9) - 4;
            int terms = whole.termCount() + (oneIn(3) ? 1 : 0);
            return new Account(
                    whole.id(),
                    whole.lender(),
                    whole.product(),
                    whole.openedOn(),
                    whole.currency(),
                    Math.max(1, principal),
                    terms);
        }

        /** A row that never came; not the last of its version. */
        private void lost(Instalment row) {
            if (instalments.stream()
                            .filter(other -> other.version() == row.version())
                            .count()
                    > 1) {
                instalments.remove(row);
            }
        }

        /** The same row again: under its own number, which only code could do, or under another. */
        private void doubled(Instalment row) {
            int number = oneIn(2)
                    ? 40
                    : 1
                            + (int) instalments.stream()
                                    .filter(other -> other.version() == row.version())
                                    .count();
            if (instalments.stream().noneMatch(other -> other.version() == row.version() && other.number() == number)) {
                instalments.add(new Instalment(row.version(), number, row.dueOn(), row.owed()));
            }
        }

        private Policy policy() {
            Policies policy = Policies.policy()
                    .grace(oneIn(2) ? 0 : 3, oneIn(2) ? Policy.GraceMode.SHIFT : Policy.GraceMode.COUNT_BACK)
                    .tolerance("CNY", oneIn(2) ? 0 : 5)
                    .zone(oneIn(2) ? "UTC" : "Asia/Shanghai");
            if (oneIn(2)) {
                policy.componentFirst();
            }
            if (oneIn(2)) {
                policy.chargesAge();
            }
            if (oneIn(3)) {
                policy.rolling(CALENDAR);
            }
            if (oneIn(3)) {
                policy.order(Component.PRINCIPAL, Component.INTEREST, Component.PENALTY, Component.FEE);
            }
            if (seed % 3 == 0) {
                policy.costing("60", seed % 2 == 0 ? DayCount.ACTUAL_365 : DayCount.THIRTY_360);
            }
            return policy.build();
        }

        private void schedule(int version) {
            if (version > 1 && oneIn(2)) {
                remainder(version);
                return;
            }
            int count = 1 + random.nextInt(8);
            LocalDate due = OPENED.plusDays(random.nextInt(60));
            for (int number = 1; number <= count; number++) {
                Components owed = new Components(
                        1 + random.nextInt(40), random.nextInt(9), oneIn(3) ? random.nextInt(4) : 0, oneIn(4) ? 2 : 0);
                instalments.add(new Instalment(version, number, due, owed));
                days.add(due);
                due = oneIn(8) ? due.minusDays(random.nextInt(3)) : due.plusDays(random.nextInt(31));
                due = due.isBefore(OPENED) ? OPENED : due;
            }
        }

        /** About what the version before asks for, in one or two instalments, as a payoff or a settlement would list it. */
        private void remainder(int version) {
            long before = instalments.stream()
                    .filter(row -> row.version() == version - 1)
                    .mapToLong(row -> row.owed().principal())
                    .sum();
            long principal = Math.max(1, oneIn(2) ? before : before - random.nextInt((int) before + 4));
            LocalDate due = OPENED.plusDays(random.nextInt(120));
            instalments.add(new Instalment(version, 1, due, new Components(principal, random.nextInt(4), 0, 0)));
            days.add(due);
        }

        private void agreement(String id, int versions) {
            LocalDate effective = someDay();
            Instant posted = somePosting(effective);
            Integer version = oneIn(7) ? null : Integer.valueOf(1 + random.nextInt(versions + 1));
            AgreementType type = oneIn(3)
                    ? AgreementType.PAYOFF
                    : AgreementType.values()[random.nextInt(AgreementType.values().length)];
            agreements.add(new Agreement(id, type, effective, effective, posted, version));
            days.add(effective);
            days.add(effective);
            instants.add(posted);
            instants.add(effective.atStartOfDay(ZoneOffset.UTC).toInstant());
        }

        private Entry entry(String id) {
            EntryType type = TYPES[random.nextInt(TYPES.length)];
            LocalDate valueOn = someDay();
            if (type == EntryType.REVERSAL) {
                return reversal(id, valueOn);
            }
            Components split = type.isCredit() && oneIn(4) ? split() : null;
            long amount = split != null
                    ? split.total()
                    : oneIn(12) ? 0 : type.isCredit() ? random.nextInt(90) : random.nextInt(12);
            days.add(valueOn);
            return new Entry(id, type, valueOn, somePosting(valueOn), amount, null, split, PaidBy.BORROWER);
        }

        private Entry reversal(String id, LocalDate valueOn) {
            Entry target = entries.isEmpty() ? null : entries.get(random.nextInt(entries.size()));
            LocalDate day =
                    target == null || oneIn(6) ? valueOn : target.valueOn().plusDays(random.nextInt(30));
            String name = target == null ? "nobody" : target.id();
            long amount = target == null ? 5 : target.amount() + (oneIn(8) ? 1 : 0);
            return new Entry(id, EntryType.REVERSAL, day, somePosting(day), amount, name, null, PaidBy.BORROWER);
        }

        private Components split() {
            return new Components(random.nextInt(60), random.nextInt(12), random.nextInt(5), random.nextInt(4));
        }

        private LocalDate someDay() {
            return days.isEmpty() || oneIn(3)
                    ? OPENED.plusDays(random.nextInt(190) - 5)
                    : days.get(random.nextInt(days.size())).plusDays(random.nextInt(3) - 1);
        }

        private Instant somePosting(LocalDate day) {
            if (!instants.isEmpty() && oneIn(3)) {
                return instants.get(random.nextInt(instants.size())).plusSeconds(random.nextInt(3) - 1);
            }
            int late = oneIn(3) ? random.nextInt(80) - 20 : 0;
            return day.plusDays(late).atTime(12, 0).toInstant(ZoneOffset.UTC);
        }

        private boolean oneIn(int n) {
            return random.nextInt(n) == 0;
        }
    }
}
