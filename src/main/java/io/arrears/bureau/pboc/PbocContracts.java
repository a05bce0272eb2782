package io.arrears.bureau.pboc;

import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.terms.Amount;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.terms.ProductTerms;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.furnish.AccountView;
import io.arrears.furnish.Contracts;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.Tradeline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The contracts of lines, record 220 and what corrects it, as R1 and R6 ask for them: made of the days that set a limit, where the
 * records themselves are made of a dossier.
 *
 * <p>Example: opened on 5 January, the limit raised on 2 May, closed on 1 June: on 10 May there must be records of 5 January and 2
 * May, from 2 June on one of 1 June, too.
 */
record PbocContracts(PbocSettings settings) implements Contracts {

    @Override
    public boolean isKind(String kind) {
        return RecordKind.isOfContract(kind);
    }

    @Override
    public boolean isOf(AccountView account) {
        ProductTerms product = settings.products().get(account.product());
        return account.isLine() && product != null && product.isUnderLine();
    }

    @Override
    public Expectation expected(AccountView account, ReportingCalendar.Due due, @Nullable LocalDate accountHeldSince) {
        LocalDate heldSince = settings.holdsContractsOfBaselines() ? accountHeldSince : null;
        LocalDate began =
                heldSince == null ? settings.contractBegins(account.openedOn(), account.knownOn()) : heldSince;
        LocalDate ended = account.endedOn(settings.options().closesOnceRepaid());
        boolean isEnd = ended != null && !ended.isAfter(due.eventsUntil());
        LocalDate from = settings.terms().from();
        NavigableSet<LocalDate> days = changes(account);
        days.removeIf(day ->
                !day.isAfter(began) || (heldSince != null && day.isBefore(from)) || day.isAfter(due.eventsUntil()));
        days.add(began);
        if (isEnd && ended != null) {
            days.tailSet(ended, true).clear();
            days.add(ended);
        }
        LocalDate last = days.last();
        boolean isSpokenOf = heldSince != null || !isEnd || !last.isBefore(settings.firstToldOf(account.openedOn()));
        boolean isBegun = !last.isAfter(due.eventsUntil()) && !due.eventsUntil().isBefore(from);
        return Expectation.ofDays(last, isEnd, days, isSpokenOf && isBegun);
    }

    /** The days since which another limit holds than on the day before. */
    private static NavigableSet<LocalDate> changes(AccountView account) {
        return account.limits().entrySet().stream()
                .filter(limit -> {
                    Map.Entry<LocalDate, Long> before = account.limits().lowerEntry(limit.getKey());
                    return before != null && !before.getValue().equals(limit.getValue());
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Tradeline onFile(List<Reported> reported) {
        List<SectionsOnFile.Part> limits = SectionsOnFile.ofContract(reported)
                .parts(SectionKind.LIMIT.letter())
                .toList();
        TreeSet<LocalDate> days =
                limits.stream().map(SectionsOnFile.Part::reportedOn).collect(Collectors.toCollection(TreeSet::new));
        LoanOnFile account = LoanOnFile.of(reported);
        if (settings.holdsContractsOfBaselines() && account.isHeld() && account.beganBefore()) {
            days.add(account.firstDay());
        }
        if (days.isEmpty()) {
            return Tradeline.NOTHING;
        }
        Optional<SectionsOnFile.Part> newest =
                limits.stream().max(Comparator.comparing(SectionsOnFile.Part::reportedOn));
        return new Tradeline(
                days.first(),
                days.last(),
                newest.filter(SectionsOnFile.Part::isEndedContract).isPresent(),
                days,
                newest.map(SectionsOnFile.Part::reportedOn).orElse(null),
                newest.map(limit -> new BigDecimal(limit.fact("CreditLim"))).orElse(null));
    }

    @Override
    public BigDecimal limit(long minorUnits, Currency currency) {
        return new BigDecimal(settings.options().rounding().of(Amount.LOAN, minorUnits, currency));
    }
}
