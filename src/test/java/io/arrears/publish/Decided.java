package io.arrears.publish;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.furnish.AccountView;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Cases;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.FileFormat;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.Meaning.Moment;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import io.arrears.furnish.Tradeline;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A night of a bureau whose decisions a test makes itself, each about code 30 of type 210. */
final class Decided {

    private Decided() {}

    /** As of a day, its files generated on 3 December 2026. */
    static BureauNight night(Cases loan, String asOf, boolean listsExcluded) {
        return night(loan, asOf, loan.terms().calendar(), listsExcluded, due -> List.of());
    }

    static BureauNight night(
            Cases loan,
            String asOf,
            ReportingCalendar calendar,
            boolean listsExcluded,
            Function<ReportingCalendar.Due, List<Decision>> decides) {
        return new BureauNight(
                new DecidedBureau(loan.terms(), decides),
                loan.policy(),
                calendar.on(LocalDate.parse(asOf)),
                Cases.GENERATED,
                listsExcluded);
    }

    static Decision report(String day, Moment moment, boolean negative) {
        return report(day, moment, negative, Map.of(), null);
    }

    static Decision report(
            String day,
            Moment moment,
            boolean negative,
            Map<String, String> facts,
            @Nullable Map<String, String> before) {
        LocalDate on = LocalDate.parse(day);
        return new Decision.Report("210", "30", on, "a line", facts, meaning(on, moment, negative), before);
    }

    static Decision hold(String gate, String day, Moment moment) {
        LocalDate on = LocalDate.parse(day);
        return new Decision.Hold(
                "210", "30", on, meaning(on, moment, false), new GateResult(gate, false, "a reason", "evidence"));
    }

    static Decision exclusion(String day) {
        return new Decision.Exclusion(
                "210", LocalDate.parse(day), new GateResult("scope", true, "a reason", "evidence"));
    }

    static Decision rejection(String day, Decision.Rejection.Broken... broken) {
        LocalDate on = LocalDate.parse(day);
        return new Decision.Rejection("210", "30", on, meaning(on, Moment.MONTH_END, false), List.of(broken));
    }

    private static Meaning meaning(LocalDate day, Moment moment, boolean negative) {
        return new Meaning(Meaning.Subject.ACCOUNT, Meaning.Act.REPORT, moment, day, negative, false, null);
    }

    private record DecidedBureau(ReportingTerms terms, Function<ReportingCalendar.Due, List<Decision>> decides)
            implements Bureau {

        @Override
        public List<Decision> decide(Dossier dossier, Policy policy, ReportingCalendar.Due due, Instant generatedAt) {
            return decides.apply(due);
        }

        @Override
        public Expectation expected(AccountView account, ReportingCalendar.Due due) {
            throw new UnsupportedOperationException("no list asks");
        }

        @Override
        public BigDecimal overdue(Delinquency figures) {
            throw new UnsupportedOperationException("no list asks");
        }

        @Override
        public Tradeline onFile(List<Reported> reported) {
            throw new UnsupportedOperationException("no list asks");
        }

        @Override
        public FileFormat files() {
            throw new UnsupportedOperationException("no list asks");
        }
    }
}
