package io.arrears.reconcile;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.furnish.AccountView;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Contracts;
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
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A bureau that nobody has, told of cash loans: of an open one each month's end two days later, of an ended one its end a day
 * later. Overdue is whole units, cut.
 *
 * @param threshold what counts as overdue to it
 * @param lines whether it is told of lines of credit, too, and of their contracts: of each day that sets a limit, and of its end
 */
record MonthlyBureau(Policy.Threshold threshold, boolean lines) implements Bureau, Contracts {

    static final LocalDate FROM = LocalDate.of(2026, 9, 1);

    MonthlyBureau() {
        this(Policy.Threshold.LEDGER, false);
    }

    static MonthlyBureau ofLines() {
        return new MonthlyBureau(Policy.Threshold.LEDGER, true);
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
                lines
                        ? new Products(Map.of("cash-loan", Products.Kind.LINES, "drawn", Products.Kind.DRAWS))
                        : Products.ofLoans(Set.of("cash-loan")),
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
    public Optional<Contracts> contracts() {
        return lines ? Optional.of(this) : Optional.empty();
    }

    @Override
    public boolean isKind(String kind) {
        return kind.equals("C_1");
    }

    @Override
    public boolean isOf(AccountView account) {
        return account.isLine();
    }

    @Override
    public Expectation expected(AccountView account, ReportingCalendar.Due due, @Nullable LocalDate heldSince) {
        LocalDate ended = account.endedOn(false);
        boolean isEnd = ended != null && !ended.isAfter(due.eventsUntil());
        NavigableSet<LocalDate> days = new TreeSet<>(account.limits().navigableKeySet());
        days.removeIf(day -> day.isAfter(due.eventsUntil()) || (heldSince != null && day.isBefore(heldSince)));
        if (heldSince != null) {
            days.add(heldSince);
        }
        if (isEnd && ended != null) {
            days.add(ended);
        }
        return Expectation.ofDays(days.last(), isEnd, days, true);
    }

    @Override
    public BigDecimal limit(long minorUnits, Currency currency) {
        return BigDecimal.valueOf(minorUnits / 100);
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
