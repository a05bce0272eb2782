package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.terms.Amount;
import io.arrears.bureau.pboc.terms.Rounding;
import io.arrears.delinquency.Settlement;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.PaidBy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happened to an account in a month beyond paying: one entry a day and kind, as the bureau holds each once. */
final class SpecialTrades {

    private static final String EXTENSION = "1";
    private static final String PAID_BY_GUARANTOR = "2";
    private static final String PAID_WITH_ASSETS = "3";
    private static final String PART_PREPAYMENT = "4";
    private static final String EARLY_SETTLEMENT = "5";
    private static final String RELIEF = "11";
    private static final String ASSET_TRANSFER = "13";
    private static final String WRITE_OFF = "15";
    private static final String DEFERRAL = "16";
    private static final int MOST_MONTHS = 999;

    private record Kind(LocalDate day, String type) {}

    private record Size(long minor, int months) {}

    private final AccountState state;
    private final AccountType of;
    private final Currency currency;
    private final Rounding rounding;
    private final Map<Kind, Size> trades =
            new TreeMap<>(Comparator.comparing(Kind::day).thenComparing(Kind::type));

    /** @param agreed the end that was agreed at the opening */
    SpecialTrades(
            AccountState state, AccountType of, Currency currency, Rounding rounding, @Nullable LocalDate agreed) {
        this.state = state;
        this.of = of;
        this.rounding = rounding;
        this.currency = currency;
        Settlement settlement = state.settlement();
        settlement.monthEntries().forEach(this::take);
        settlement.monthAgreements().forEach(this::take);
        addPrepayments();
        addEarlySettlement(state.course().toLastUntil(state, agreed));
    }

    Section section() {
        Section section = Section.of(SectionKind.SPECIAL_TRADES, of);
        for (Map.Entry<Kind, Size> trade : trades.entrySet()) {
            section = section.plus(Section.entry(SectionKind.SPECIAL_TRADES)
                    .with("ChanTranType", trade.getKey().type())
                    .with("TranDate", trade.getKey().day().toString())
                    .with("TranAmt", rounding.of(Amount.TRADED, trade.getValue().minor(), currency))
                    .with(
                            "DueTranMon",
                            Integer.toString(Math.min(Math.abs(trade.getValue().months()), MOST_MONTHS))));
        }
        return section;
    }

    private void take(Entry entry) {
        String type = type(entry);
        long amount = state.settlement().particulars().cameTo().getOrDefault(entry.id(), entry.amount());
        if (type != null && amount > 0) {
            add(entry.valueOn(), type, amount, 0);
        }
    }

    private static @Nullable String type(Entry entry) {
        if (entry.type() == EntryType.WAIVER) {
            return RELIEF;
        } else if (entry.type() == EntryType.WRITE_OFF) {
            return WRITE_OFF;
        } else if (!entry.isPayment()) {
            return null;
        }
        return switch (entry.paidBy()) {
            case GUARANTOR -> PAID_BY_GUARANTOR;
            case COLLATERAL -> PAID_WITH_ASSETS;
            case BORROWER, MERCHANT -> null;
        };
    }

    private void take(Agreement agreement) {
        long balance = state.settlement().standing().balance();
        int months = state.settlement().monthsLater();
        switch (agreement.type()) {
            case EXTENSION, INSTALMENT_PLAN -> add(agreement.effectiveOn(), EXTENSION, balance, months);
            case PAYMENT_HOLIDAY -> add(agreement.effectiveOn(), DEFERRAL, balance, months);
            case TRANSFER -> add(agreement.effectiveOn(), ASSET_TRANSFER, balance, 0);
            case SETTLEMENT, PAYOFF -> {
                return; // what is let off comes as a waiver; what is paid off is told by the closing
            }
            case PROMISE, AGENCY, LIMIT_CHANGE, LINE_END, CONTACT_TERMS -> {
                return; // nothing of what is owed changes
            }
        }
    }

    private void addEarlySettlement(@Nullable LocalDate end) {
        LocalDate closed = state.sold() ? null : state.endedOn();
        Settlement settlement = state.settlement();
        boolean isPaidByBorrower = settlement.paidBy().contains(PaidBy.BORROWER) && !state.isPrincipalForgiven();
        if (closed != null && end != null && closed.isBefore(end) && isPaidByBorrower && isOfMonth(closed)) {
            int months = Math.toIntExact(ChronoUnit.MONTHS.between(closed, end));
            add(
                    closed,
                    EARLY_SETTLEMENT,
                    settlement.lastPaid() - settlement.particulars().lastRefunded(),
                    months);
        }
    }

    /** What was paid ahead of its month; what closed the account is no part of it. */
    private void addPrepayments() {
        state.settlement().particulars().paidAhead().forEach((day, amount) -> {
            if (!day.equals(state.endedOn())) {
                add(day, PART_PREPAYMENT, amount, 0);
            }
        });
    }

    private boolean isOfMonth(LocalDate day) {
        LocalDate asOf = state.settlement().figures().asOf();
        return !day.isBefore(asOf.withDayOfMonth(1)) && !day.isAfter(asOf);
    }

    /** Of those that the account's type tells of. */
    private void add(LocalDate day, String type, long amount, int months) {
        if (of.trades().contains(type)) {
            trades.merge(
                    new Kind(day, type),
                    new Size(amount, months),
                    (a, b) -> new Size(Math.addExact(a.minor(), b.minor()), Math.max(a.months(), b.months())));
        }
    }
}
