package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.LastGate;
import io.arrears.furnish.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of what is due of the borrower, which hinders no account's record and is hindered by none. */
public final class PersonDecisions {

    private final PbocSettings settings;
    private final Dossier dossier;
    private final LocalDate day;
    private final RecordGates gates;

    /** @param day the last one that a run reports events of */
    public PersonDecisions(PbocSettings settings, Dossier dossier, LocalDate day, RecordGates gates) {
        this.settings = settings;
        this.dossier = dossier;
        this.day = day;
        this.gates = gates;
    }

    public List<Decision> all() {
        boolean isReported = !LoanOnFile.of(dossier.reported()).isDeleted()
                && !day.isBefore(settings.terms().from());
        if (!dossier.firstOfPerson() || !isReported) {
            return List.of();
        }
        Optional<GateResult> stop = gates.stopsPerson();
        return new PersonRecords(settings, dossier, day)
                .due()
                .map(record -> stop.<Decision>map(record::held).orElseGet(() -> complete(record)))
                .map(List::of)
                .orElse(List.of());
    }

    private Decision complete(DueRecord record) {
        Decision decision = gates.checked(record, dossier.reported());
        if (decision instanceof Decision.Rejection rejected
                && rejected.broken().stream().allMatch(broken -> broken.shown().isEmpty())) {
            String tags = rejected.broken().stream()
                    .map(Decision.Rejection.Broken::tag)
                    .distinct()
                    .collect(Collectors.joining(", "));
            String missing = (tags.contains(",") ? Sentence.TAGS_MISSING : Sentence.TAG_MISSING).of(tags);
            return record.held(LastGate.COMPLETE.holds(Sentence.PERSON_INCOMPLETE.of(), missing));
        }
        return decision;
    }
}
