package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.LastGate;
import io.arrears.furnish.Meaning.Moment;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.Sentence;
import io.arrears.furnish.Turn;
import io.arrears.ledger.Account;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of what is due of the contract of a line (220 and what corrects it), which goes with the account that is the line:
 * of a product of type R1 beside its own reports, of type R4 instead of any. A draw names it, and tells nothing of it.
 *
 * <p>It hinders no account's record and is hindered by none, but for its end: that comes after the account's.
 */
public final class ContractDecisions {

    private final PbocSettings settings;
    private final Dossier dossier;
    private final LoanDays days;
    private final ReportingCalendar.Due due;
    private final RecordGates gates;

    public ContractDecisions(
            PbocSettings settings, Dossier dossier, LoanDays days, ReportingCalendar.Due due, RecordGates gates) {
        this.settings = settings;
        this.dossier = dossier;
        this.days = days;
        this.due = due;
        this.gates = gates;
    }

    /**
     * One for each record that is due.
     *
     * @param isBlocked whether nobody must be told of it any more, so that what is on file is taken back
     * @param excluded why the account is none of the bureau's; its own decision says so
     * @param ofAccount what becomes of the records of the account itself
     */
    public List<Decision> all(boolean isBlocked, Optional<GateResult> excluded, List<Decision> ofAccount) {
        if (!dossier.facts().account().isLine()) {
            return List.of();
        }
        SectionsOnFile held = SectionsOnFile.ofContract(dossier.reported());
        if (isBlocked && DueContractRecords.isHeld(held)) {
            ContractRecords records = new ContractRecords(settings, dossier);
            return sequence(ofAccount)
                    .decided(List.of(DueRecord.of(records.deletion(held.code()), null, due.eventsUntil())));
        }
        return excluded.isPresent() || !settings.product(dossier).isUnderLine()
                ? List.of()
                : sequence(ofAccount).decided(due());
    }

    private List<DueRecord> due() {
        LoanOnFile account = LoanOnFile.of(dossier.reported());
        boolean beganBefore = settings.holdsContractsOfBaselines() && account.isHeld() && account.beganBefore();
        LocalDate heldSince = beganBefore ? account.firstDay() : null;
        ContractPoints points =
                new ContractPoints(settings, dossier, due, days.state().endedOn(), heldSince);
        return new DueContractRecords(
                        dossier.reported(),
                        points.all(),
                        new ContractRecords(settings, dossier),
                        due.eventsUntil(),
                        beganBefore)
                .records();
    }

    private Sequence sequence(List<Decision> ofAccount) {
        return new Sequence(
                dossier.reported(), gates, record -> gates.stopsContract(record).or(() -> waits(record, ofAccount)));
    }

    /** Nothing of an account is taken once its contract is over, so the end of the account goes first. */
    private Optional<GateResult> waits(DueRecord record, List<Decision> ofAccount) {
        Account account = dossier.facts().account();
        boolean isEnd = record.record().kind() == RecordKind.CONTRACT && ContractPoints.END.equals(record.code());
        if (!isEnd
                || settings.terms().products().isLineOfDraws(account.product(), account.isLine())
                || LoanOnFile.of(dossier.reported()).isClosed()) {
            return Optional.empty();
        }
        return Optional.of(LastGate.ORDER.holds(
                Sentence.EARLIER_NOT_LOADED.of(),
                Sentence.RECORD.of(RecordKind.ACCOUNT.code(), record.day()),
                turn(ofAccount)));
    }

    /** Of who gets the account's end to the bureau. */
    private static Turn turn(List<Decision> ofAccount) {
        return ofAccount.stream()
                .map(decision -> decision.<Optional<Turn>>match(
                        sent -> sent.meaning().last() ? Optional.of(Turn.HAND_OVER) : Optional.empty(),
                        held -> held.meaning().moment() == Moment.CLOSING
                                        || held.meaning().last()
                                ? Optional.of(held.stop().turn())
                                : Optional.empty(),
                        excluded -> Optional.empty(),
                        rejected -> Optional.empty()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Turn.DELIVER);
    }
}
