package io.arrears.delinquency;

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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A line whose facts a seed makes up: drawn, billed, paid, reversed, planned, settled and ended in any order, heard early or late. */
public record NastyLine(long seed, AccountFacts facts, Policy policy) {

    public static final LocalDate OPENED = LocalDate.of(2026, 1, 1);

    public static NastyLine of(long seed) {
        return new Maker(seed).line();
    }

    private static final class Maker {

        private final long seed;
        private final Random random;
        private final List<Instalment> instalments = new ArrayList<>();
        private final List<Entry> entries = new ArrayList<>();
        private final List<Agreement> agreements = new ArrayList<>();
        private final List<Statement> statements = new ArrayList<>();

        Maker(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        NastyLine line() {
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                entry("d" + i, EntryType.DISBURSEMENT, 1 + random.nextInt(90));
            }
            for (int i = 0; i < random.nextInt(9); i++) {
                entry(
                        "p" + i,
                        one(EntryType.REPAYMENT, EntryType.REPAYMENT, EntryType.RECOVERY, EntryType.WAIVER),
                        1 + random.nextInt(70));
            }
            for (int i = 0; i < random.nextInt(3); i++) {
                entry("c" + i, one(EntryType.FEE, EntryType.PENALTY, EntryType.REFUND), 1 + random.nextInt(9));
            }
            reverse();
            LocalDate day = OPENED.plusDays(10 + random.nextInt(25));
            for (int i = 0; i < random.nextInt(6); i++) {
                statements.add(new Statement(
                        "s" + i,
                        day,
                        day.plusDays(random.nextInt(25)),
                        new Components(random.nextInt(30), random.nextInt(5), random.nextInt(2), 0),
                        random.nextInt(90),
                        random.nextInt(4) == 0 ? (long) random.nextInt(20) : null,
                        posted(day)));
                day = day.plusDays(random.nextInt(4) == 0 ? 0 : 28 + random.nextInt(4));
            }
            if (random.nextInt(3) == 0) {
                agree(2, AgreementType.INSTALMENT_PLAN);
            }
            if (random.nextInt(5) == 0) {
                agree(3, one(AgreementType.SETTLEMENT, AgreementType.EXTENSION, AgreementType.INSTALMENT_PLAN));
            }
            if (random.nextInt(4) == 0) {
                LocalDate end = OPENED.plusDays(30 + random.nextInt(120));
                agreements.add(new Agreement("e", AgreementType.LINE_END, end, end, posted(end), null));
            }
            Policies policy = Policies.policy().tolerance("CNY", random.nextInt(3) == 0 ? random.nextInt(4) : 0);
            if (random.nextInt(3) == 0) {
                policy = policy.componentFirst();
            }
            if (random.nextInt(3) == 0) {
                policy = policy.grace(random.nextInt(5), Policy.GraceMode.COUNT_BACK);
            }
            Account account = new Account(
                    new AccountId("L1"),
                    "lender",
                    "line",
                    OPENED,
                    Loans.CNY,
                    0,
                    0,
                    new CreditLine(100_000, Frequency.MONTHLY));
            return new NastyLine(
                    seed,
                    new AccountFacts(account, instalments, entries, agreements, List.of(), statements),
                    policy.build());
        }

        @SafeVarargs
        private <T> T one(T... of) {
            return of[random.nextInt(of.length)];
        }

        private void entry(String id, EntryType type, long amount) {
            LocalDate day = OPENED.plusDays(random.nextInt(150));
            entries.add(new Entry(id, type, day, posted(day), amount, null, split(type, amount), PaidBy.BORROWER));
        }

        private @Nullable Components split(EntryType type, long amount) {
            if (!type.isCredit() || random.nextInt(4) > 0) {
                return null;
            }
            long principal = random.nextInt(Math.toIntExact(amount) + 1);
            return new Components(principal, amount - principal, 0, 0);
        }

        /** Mostly on its day; now and then early, or weeks late. */
        private Instant posted(LocalDate day) {
            int late = one(0, 0, 0, 1, 1, -3, 12, 40);
            return day.plusDays(late).atTime(random.nextInt(24), 0).toInstant(ZoneOffset.UTC);
        }

        private void reverse() {
            if (random.nextInt(2) == 0) {
                return;
            }
            Entry target = entries.get(random.nextInt(entries.size()));
            LocalDate day = target.valueOn().plusDays(random.nextInt(40));
            entries.add(new Entry(
                    "x", EntryType.REVERSAL, day, posted(day), target.amount(), target.id(), null, PaidBy.BORROWER));
        }

        private void agree(int version, AgreementType type) {
            LocalDate from = OPENED.plusDays(20 + random.nextInt(100));
            for (int i = 1; i <= 1 + random.nextInt(3); i++) {
                instalments.add(new Instalment(
                        version,
                        i,
                        from.plusDays(i * 20L),
                        new Components(1 + random.nextInt(25), random.nextInt(3), 0, 0)));
            }
            agreements.add(new Agreement("a" + version, type, from, from, posted(from), version));
        }
    }
}
