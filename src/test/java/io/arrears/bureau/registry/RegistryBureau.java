package io.arrears.bureau.registry;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Settlement;
import io.arrears.furnish.AccountView;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.FileFormat;
import io.arrears.furnish.Gate;
import io.arrears.furnish.GateInput;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.Meaning.Act;
import io.arrears.furnish.Meaning.Moment;
import io.arrears.furnish.Meaning.Subject;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import io.arrears.furnish.Tradeline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Told once a month of every account that was open in it, by its status: 11 open, 13 over, DA to be deleted.
 *
 * @param forgets an account that its decisions leave out, as a fault of the program would; none if empty
 */
record RegistryBureau(ReportingTerms terms, String forgets) implements Bureau {

    static final String KIND = "FUL";

    @Override
    public List<Decision> decide(Dossier dossier, Policy policy, ReportingCalendar.Due due, Instant generatedAt) {
        if (dossier.account().equals(forgets)) {
            return List.of();
        }
        List<Reported> all = Reported.sinceRetraction(dossier.reported());
        List<Reported> onFile = all.stream().filter(Reported::counts).toList();
        LocalDate month = due.monthsUntil();
        GateInput input = GateInput.of(dossier, terms, month, figures(dossier, policy, month), generatedAt);
        Optional<GateResult> stop = Gate.first(terms.gates(), input);
        if (dossier.blockedBy(terms.zone(), generatedAt).isPresent() && !onFile.isEmpty()) {
            boolean isUnderway = all.stream().anyMatch(record -> record.state().isUnderway());
            return isUnderway
                    ? List.of()
                    : List.of(report(dossier, due.asOf(), "DA", null, Act.RETRACT_ACCOUNT, false));
        }
        if (stop.filter(GateResult::excludes).isPresent()) {
            return List.of(new Decision.Exclusion(KIND, month, stop.get()));
        }
        if (!isDue(dossier, month, onFile)) {
            return List.of();
        }
        Decision.Report report = monthly(dossier, policy, month);
        return List.of(stop.<Decision>map(why -> new Decision.Hold(KIND, null, month, report.meaning(), why))
                .orElse(report));
    }

    private boolean isDue(Dossier dossier, LocalDate month, List<Reported> onFile) {
        boolean isReported = onFile.stream()
                .anyMatch(record ->
                        record.reportedOn().equals(month) || record.meaning().last());
        LocalDate opened = dossier.facts().account().openedOn();
        return !isReported && !opened.isAfter(month) && !month.isBefore(terms.from());
    }

    private Decision.Report monthly(Dossier dossier, Policy policy, LocalDate month) {
        Settlement settled = Settlement.on(dossier.facts(), terms.policy(policy), month);
        boolean isOver = settled.standing().isClosed();
        BigDecimal overdue = isOver ? BigDecimal.ZERO : overdue(settled.figures());
        return report(dossier, month, isOver ? "13" : "11", overdue, Act.REPORT, isOver);
    }

    private static Decision.Report report(
            Dossier dossier, LocalDate day, String status, BigDecimal overdue, Act act, boolean isLast) {
        String amount = overdue == null ? "0" : overdue.toPlainString();
        String line = String.join("|", dossier.account(), day.toString(), status, amount);
        boolean isNegative = overdue != null && overdue.signum() > 0;
        Meaning meaning = new Meaning(
                Subject.ACCOUNT,
                act,
                act == Act.REPORT ? Moment.MONTH_END : Moment.EVENT,
                day,
                isNegative,
                isLast,
                new BigDecimal(amount));
        return new Decision.Report(KIND, null, day, line, Map.of("status", status), meaning, null);
    }

    private Delinquency figures(Dossier dossier, Policy policy, LocalDate day) {
        return Settlement.on(dossier.facts(), terms.policy(policy), day).figures();
    }

    /** An account that ended is over by the file of the month in which it did. */
    @Override
    public Expectation expected(AccountView account, ReportingCalendar.Due due) {
        LocalDate month = due.monthsUntil();
        LocalDate ended = account.endedOn(false);
        boolean isEnd = ended != null && !YearMonth.from(ended).atEndOfMonth().isAfter(month);
        LocalDate day = isEnd ? ended : month;
        boolean isDue =
                !account.openedOn().isAfter(month) && !account.knownOn().isAfter(month) && !day.isBefore(terms.from());
        return new Expectation(day, isEnd, terms.from(), isDue);
    }

    @Override
    public BigDecimal overdue(Delinquency figures) {
        return BigDecimal.valueOf(figures.overdue().total()).movePointLeft(2).setScale(0, RoundingMode.CEILING);
    }

    @Override
    public Tradeline onFile(List<Reported> reported) {
        List<Reported> onFile = Reported.sinceRetraction(reported).stream()
                .filter(Reported::counts)
                .filter(record -> record.meaning().isAccountReport())
                .toList();
        if (onFile.isEmpty()) {
            return Tradeline.NOTHING;
        }
        LocalDate first = onFile.get(0).reportedOn();
        Reported last = onFile.get(onFile.size() - 1);
        return new Tradeline(
                first,
                last.reportedOn(),
                last.meaning().last(),
                onFile.stream().map(Reported::reportedOn).collect(Collectors.toSet()),
                last.reportedOn(),
                last.meaning().overdue());
    }

    @Override
    public FileFormat files() {
        return new RegistryFiles(terms);
    }
}
