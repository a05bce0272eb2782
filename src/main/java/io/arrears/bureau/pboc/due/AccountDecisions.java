package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.ledger.Account;
import java.util.List;
import java.util.Optional;

/** What becomes of the due records of one account, oldest first; where one stays behind, those wait that need it. */
public final class AccountDecisions {

    private final PbocSettings settings;
    private final Dossier dossier;
    private final LoanDays days;
    private final ReportingCalendar.Due due;
    private final RecordGates gates;

    public AccountDecisions(
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
     */
    public List<Decision> all(boolean isBlocked, Optional<GateResult> excluded) {
        LoanOnFile onFile = LoanOnFile.of(dossier.reported());
        if (isBlocked && onFile.isHeld()) {
            return decided(
                    List.of(DueRecord.of(new AccountRecords(settings, dossier).deletion(), null, due.eventsUntil())));
        }
        if (excluded.isPresent()) {
            return List.of(new Decision.Exclusion(RecordKind.ACCOUNT.code(), due.eventsUntil(), excluded.get()));
        }
        Account account = dossier.facts().account();
        if (settings.terms().products().isLineOfDraws(account.product(), account.isLine()) && !onFile.isHeld()) {
            return List.of();
        }
        return Contradiction.of(onFile, days.state().endedOn())
                .map(List::of)
                .orElseGet(() -> decided(new DueRecords(settings, dossier, due, days).records()));
    }

    private List<Decision> decided(List<DueRecord> records) {
        return new Sequence(dossier.reported(), gates, gates::stops).decided(records);
    }
}
