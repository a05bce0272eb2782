package io.arrears.reconcile;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.furnish.AccountView;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.FileFormat;
import io.arrears.furnish.Jurisdiction;
import io.arrears.furnish.Products;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import io.arrears.furnish.Tradeline;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A bureau that nobody has, told of cash loans: of an open one each month's end two days later, of an ended one its end a day
 * later. Overdue is whole units, cut.
 *
 * @param threshold what counts as overdue to it
 */
record MonthlyBureau(Policy.Threshold threshold) implements Bureau {

    static final LocalDate FROM = LocalDate.of(2026, 9, 1);

    MonthlyBureau() {
        this(Policy.Threshold.LEDGER);
    }

    @Override
    public ReportingTerms terms() {
        return new ReportingTerms(
                "demo",
                ReportingTerms.Environment.TEST,
                ZoneOffset.UTC,
                FROM,
                false,
                List.of(),
                new ReportingCalendar(1, 2, 7),
                Products.ofLoans(Set.of("cash-loan")),
                30,
                10,
                30,
                "NOTICE",
                new Jurisdiction(20, Map.of()),
                threshold);
    }

    @Override
    public Expectation expected(AccountView account, ReportingCalendar.Due due) {
        LocalDate ended = account.endedOn(false);
        boolean isEnd = ended != null && !ended.isAfter(due.eventsUntil());
        LocalDate day = isEnd && ended != null ? ended : due.monthsUntil();
        return new Expectation(day, isEnd, FROM, !account.openedOn().isAfter(day));
    }

    @Override
    public BigDecimal overdue(Delinquency figures) {
        return BigDecimal.valueOf(figures.overdue().total() / 100);
    }

    @Override
    public List<Decision> decide(Dossier dossier, Policy policy, ReportingCalendar.Due due, Instant generatedAt) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tradeline onFile(List<Reported> reported) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileFormat files() {
        throw new UnsupportedOperationException();
    }
}
