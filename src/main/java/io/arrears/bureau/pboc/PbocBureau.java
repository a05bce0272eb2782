package io.arrears.bureau.pboc;

import io.arrears.bureau.pboc.due.AccountDecisions;
import io.arrears.bureau.pboc.due.AccountState;
import io.arrears.bureau.pboc.due.ContractDecisions;
import io.arrears.bureau.pboc.due.LoanDays;
import io.arrears.bureau.pboc.due.PersonDecisions;
import io.arrears.bureau.pboc.due.RecordGates;
import io.arrears.bureau.pboc.due.Refusals;
import io.arrears.bureau.pboc.file.PbocFiles;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.terms.ProductTerms;
import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.bureau.pboc.tradeline.Meanings;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.furnish.AccountView;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Contracts;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.FileFormat;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import io.arrears.furnish.Tradeline;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The PBOC's Credit Reference Center as one lender tells it. */
public record PbocBureau(PbocSettings settings) implements Bureau {

    @Override
    public ReportingTerms terms() {
        return settings.terms();
    }

    @Override
    public Optional<Contracts> contracts() {
        boolean isAny = settings.products().values().stream().anyMatch(ProductTerms::isUnderLine);
        return isAny ? Optional.of(new PbocContracts(settings)) : Optional.empty();
    }

    @Override
    public Set<String> ofItself() {
        return Facts.OF_ITSELF;
    }

    @Override
    public FileFormat files() {
        return new PbocFiles(settings);
    }

    @Override
    public List<Decision> decide(Dossier dossier, Policy policy, ReportingCalendar.Due due, Instant generatedAt) {
        if (dossier.facts().account().openedOn().isAfter(due.asOf())) {
            return List.of();
        }
        ReportingTerms terms = settings.terms();
        LoanDays days = new LoanDays(settings, dossier.facts(), terms.policy(policy), due.eventsUntil());
        RecordGates gates = new RecordGates(settings, dossier, days, due, generatedAt);
        Optional<GateResult> excluded = gates.excludes();
        boolean isBlocked = dossier.blockedBy(terms.zone(), generatedAt).isPresent();
        List<Decision> decisions =
                new ArrayList<>(new AccountDecisions(settings, dossier, days, due, gates).all(isBlocked, excluded));
        decisions.addAll(new ContractDecisions(settings, dossier, days, due, gates)
                .all(isBlocked, excluded, List.copyOf(decisions)));
        decisions.addAll(Refusals.givenUpAsTold(dossier.reported()));
        if (excluded.isEmpty()) {
            decisions.addAll(new PersonDecisions(settings, dossier, due.eventsUntil(), gates).all());
        }
        return decisions;
    }

    @Override
    public Expectation expected(AccountView account, ReportingCalendar.Due due) {
        LocalDate opened = account.openedOn();
        LocalDate ended = account.endedOn(settings.options().closesOnceRepaid());
        boolean isEnd = ended != null && !ended.isAfter(due.eventsUntil()) && ended.isBefore(due.untoldMonthEnd());
        LocalDate open = opened.isAfter(due.monthsUntil()) ? opened : due.monthsUntil();
        LocalDate day = isEnd && ended != null ? ended : open;
        boolean isTold = !terms().products().isLineOfDraws(account.product(), account.isLine());
        boolean isDue = isTold && !opened.isAfter(due.eventsUntil()) && !day.isBefore(terms().from());
        return new Expectation(day, isEnd, terms().from(), isDue && (isEnd || isKnownInTime(account, day)));
    }

    private boolean isKnownInTime(AccountView account, LocalDate day) {
        return day.equals(account.openedOn())
                ? terms().calendar().tellsOpening(day, account.knownOn())
                : !account.knownOn().isAfter(day);
    }

    @Override
    public BigDecimal overdue(Delinquency figures) {
        return BigDecimal.valueOf(
                AccountState.totalOverdue(figures, settings.options().rounding()));
    }

    @Override
    public Tradeline onFile(List<Reported> reported) {
        LoanOnFile onFile = LoanOnFile.of(reported);
        if (!onFile.isHeld()) {
            return Tradeline.NOTHING;
        }
        List<SectionsOnFile.Part> months = onFile.months();
        SectionsOnFile.Part newest = months.isEmpty() ? null : months.get(months.size() - 1);
        return new Tradeline(
                onFile.firstDay(),
                onFile.lastDay(),
                onFile.isClosed(),
                onFile.monthly().stream().map(SectionsOnFile.Part::reportedOn).collect(Collectors.toSet()),
                newest == null ? null : newest.reportedOn(),
                newest == null ? null : Meanings.overdue(newest.facts()));
    }
}
