package io.arrears.publish;

import io.arrears.delinquency.AccountDays;
import io.arrears.furnish.Changed;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.ReportingTerms;
import io.arrears.ledger.Instalment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the lists say of each decision about one account: held, excluded, rejected, corrected, and due on the day reported. */
final class DecisionLines {

    private final BureauNight night;
    private final ReportingTerms terms;
    private final Dossier dossier;
    private final AccountDays days;
    private final ListLines lines;

    DecisionLines(BureauNight night, Dossier dossier, AccountDays days, ListLines lines) {
        this.night = night;
        this.terms = night.bureau().terms();
        this.dossier = dossier;
        this.days = days;
        this.lines = lines;
    }

    /** Adds its lines; whether a record waits, so that the next run must look at the account again. */
    boolean add(Decision decision) {
        return decision.match(this::report, this::hold, this::exclusion, this::rejection);
    }

    private boolean report(Decision.Report report) {
        correction(report);
        dueOnMonthEnd(report, report.code(), report.meaning(), report.meaning().negative() ? "overdue" : "not overdue");
        return false;
    }

    private boolean hold(Decision.Hold hold) {
        GateResult stop = hold.stop();
        LocalDate dueOn =
                terms.calendar().tellsOn(hold.reportedOn(), hold.meaning().isMonthEnd());
        long held = Math.max(0, ChronoUnit.DAYS.between(dueOn, night.asOf()));
        lines.add(
                FurnishCsv.HELD,
                dossier.account(),
                terms.bureau(),
                hold.kind(),
                hold.code(),
                hold.reportedOn(),
                stop.gate(),
                stop.reason(),
                stop.evidence(),
                dueOn,
                held,
                held > terms.maxHoldDays() ? "yes" : "",
                stop.turn().whose().name().toLowerCase(Locale.ROOT),
                stop.turn().command(),
                borrower(hold.meaning()));
        dueOnMonthEnd(hold, hold.code(), hold.meaning(), "held");
        return true;
    }

    /** Once a month, since an account that is none of the bureau's need not be looked at every night. */
    private boolean exclusion(Decision.Exclusion exclusion) {
        if (night.listsExcluded()) {
            GateResult stop = exclusion.stop();
            lines.add(
                    FurnishCsv.EXCLUDED,
                    dossier.account(),
                    terms.bureau(),
                    stop.gate(),
                    stop.reason(),
                    stop.evidence());
        }
        return false;
    }

    /** A row a rule, so that all that is wrong with a record can be mended at once. */
    private boolean rejection(Decision.Rejection rejection) {
        for (Decision.Rejection.Broken broken : rejection.broken()) {
            lines.add(
                    FurnishCsv.REJECTED,
                    dossier.account(),
                    terms.bureau(),
                    rejection.kind(),
                    rejection.code(),
                    rejection.reportedOn(),
                    broken.rule(),
                    broken.tag(),
                    broken.shown(),
                    broken.reason(),
                    borrower(rejection.meaning()));
        }
        return true;
    }

    /** Whom a row is of that is a person's: his first account stands in it, too. */
    private @Nullable String borrower(Meaning meaning) {
        return meaning.isOfPerson() ? dossier.person().borrowerId() : null;
    }

    private void correction(Decision.Report report) {
        Map<String, String> before = report.before();
        if (before == null) {
            return;
        }
        for (String tag : Changed.tags(before, report.facts(), night.bureau().ofItself())) {
            lines.add(
                    FurnishCsv.CORRECTIONS,
                    dossier.account(),
                    terms.bureau(),
                    report.kind(),
                    report.code(),
                    report.reportedOn(),
                    tag,
                    before.get(tag),
                    report.facts().get(tag));
        }
    }

    /** What fell due on the very day that a month's record speaks of and is unpaid: whether that is overdue somebody must know. */
    private void dueOnMonthEnd(Decision decision, @Nullable String code, Meaning meaning, String reported) {
        LocalDate day = decision.reportedOn();
        if (!meaning.isMonthEnd()
                || dossier.facts().instalments().stream().noneMatch(instalment -> isDue(instalment, day))) {
            return;
        }
        long unpaid = days.settlement(day).particulars().dueToday();
        if (unpaid > 0) {
            Currency currency = dossier.facts().account().currency();
            lines.add(
                    FurnishCsv.DUE_ON_MONTH_END,
                    dossier.account(),
                    terms.bureau(),
                    decision.kind(),
                    code,
                    day,
                    BigDecimal.valueOf(unpaid, currency.getDefaultFractionDigits()),
                    currency,
                    reported);
        }
    }

    private boolean isDue(Instalment instalment, LocalDate day) {
        return night.policy().dueDate(instalment.dueOn()).equals(day);
    }
}
