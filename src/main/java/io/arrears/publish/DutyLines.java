package io.arrears.publish;

import io.arrears.delinquency.AccountDays;
import io.arrears.delinquency.Delinquency;
import io.arrears.furnish.Deadlines;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Gate;
import io.arrears.furnish.GateInput;
import io.arrears.furnish.ReportingTerms;
import io.arrears.ledger.Consent;
import io.arrears.ledger.Dispute;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the lists ask somebody to do about one account: notify, review, look at a consent, answer a dispute. */
final class DutyLines {

    private final BureauNight night;
    private final ReportingTerms terms;
    private final Dossier dossier;
    private final AccountDays days;
    private final ListLines lines;

    DutyLines(BureauNight night, Dossier dossier, AccountDays days, ListLines lines) {
        this.night = night;
        this.terms = night.bureau().terms();
        this.dossier = dossier;
        this.days = days;
        this.lines = lines;
    }

    /** Adds its lines; whether the next run must look at the account again. A dispute is answered of any account. */
    boolean add(List<Decision> decisions) {
        boolean isPending = false;
        if (decisions.stream().noneMatch(DutyLines::isExclusion)) {
            isPending |= terms.gates().contains(Gate.PRE_NOTICE) && notices(decisions);
            decisions.forEach(
                    decision -> decision.match(this::legalReview, held -> false, excluded -> false, rejected -> false));
            isPending |= terms.gates().contains(Gate.CONSENT) && consent();
        }
        for (Dispute dispute : dossier.disputes()) {
            isPending |= dispute(dispute);
        }
        return isPending;
    }

    private static boolean isExclusion(Decision decision) {
        return decision.match(report -> false, held -> false, excluded -> true, rejected -> false);
    }

    /** One for each episode: today's, and one over by now of which a record waits for its notice. */
    private boolean notices(List<Decision> decisions) {
        TreeSet<LocalDate> asked = new TreeSet<>(Set.of(night.asOf()));
        decisions.forEach(decision -> decision.<Optional<LocalDate>>match(
                        report -> Optional.empty(),
                        DutyLines::monthWithoutNotice,
                        excluded -> Optional.empty(),
                        rejected -> Optional.empty())
                .ifPresent(asked::add));
        Set<LocalDate> episodes = new HashSet<>();
        asked.descendingSet().forEach(day -> notice(day, episodes));
        return !episodes.isEmpty();
    }

    private static Optional<LocalDate> monthWithoutNotice(Decision.Hold held) {
        boolean waits = held.stop().gate().equals(Gate.PRE_NOTICE.written())
                && held.meaning().isMonthEnd();
        return waits ? Optional.of(held.reportedOn()) : Optional.empty();
    }

    private void notice(LocalDate day, Set<LocalDate> episodes) {
        Delinquency figures = days.figures(day);
        LocalDate began = figures.standing().episodeStartedOn();
        GateInput next = GateInput.of(dossier, terms, day, figures, night.generatedAt());
        if (began != null && Gate.PRE_NOTICE.stops(next).isPresent() && episodes.add(began)) {
            lines.add(
                    FurnishCsv.NOTICES_DUE,
                    dossier.account(),
                    terms.bureau(),
                    began,
                    figures.reportedDpd(),
                    Deadlines.notifyBy(began, night.policy().grace().days(), terms, night.asOf()));
        }
    }

    /** By the days past due on the day the record speaks of, whatever has been paid since. */
    private boolean legalReview(Decision.Report report) {
        if (!report.meaning().negative()) {
            return false;
        }
        Delinquency figures = days.figures(report.reportedOn());
        boolean isAsked = Deadlines.isForLegalReview(figures.reportedDpd(), terms);
        if (isAsked) {
            lines.add(
                    FurnishCsv.LEGAL_REVIEW,
                    dossier.account(),
                    terms.bureau(),
                    report.kind(),
                    report.code(),
                    report.reportedOn(),
                    figures.reportedDpd());
        }
        return isAsked;
    }

    private boolean consent() {
        Optional<Consent> withdrawn = Deadlines.withdrawn(dossier.consents());
        withdrawn.ifPresent(
                consent -> lines.add(ReviewCsv.FILE, ReviewCsv.consentWithdrawn(dossier.account(), consent)));
        return withdrawn.isPresent();
    }

    private boolean dispute(Dispute dispute) {
        boolean isPending = Deadlines.isUnresolved(dispute, night.asOf());
        if (isPending && !dispute.openedOn().isAfter(night.asOf())) {
            LocalDate answerBy = Deadlines.answerBy(dispute, terms.law());
            lines.add(
                    FurnishCsv.DISPUTES_DUE,
                    dossier.account(),
                    dispute.id(),
                    dispute.openedOn(),
                    answerBy,
                    ChronoUnit.DAYS.between(night.asOf(), answerBy));
        }
        return isPending;
    }
}
