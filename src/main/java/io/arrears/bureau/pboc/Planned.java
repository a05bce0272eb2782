package io.arrears.bureau.pboc;

import io.arrears.furnish.Outcome;
import io.arrears.furnish.Stop;
import io.arrears.furnish.Told;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that is due.
 *
 * @param day the day it speaks of
 * @param dueOn the day it fell due on, by which its wait is counted
 * @param before what the bureau holds in its place, for a correction
 */
record Planned(
        PbocRecord record,
        @Nullable String code,
        LocalDate day,
        LocalDate dueOn,
        @Nullable Map<String, String> before) {

    /** One that is due on the day that it speaks of. */
    Planned(PbocRecord record, @Nullable String code, LocalDate day, @Nullable Map<String, String> before) {
        this(record, code, day, day, before);
    }

    static Planned of(PbocRecord record, @Nullable String code, LocalDate day) {
        return new Planned(record, code, day, null);
    }

    Planned dueOn(LocalDate earlier) {
        return new Planned(record, code, day, earlier, before);
    }

    private String kind() {
        return record.kind().code();
    }

    boolean isDeletion() {
        return record.kind() == RecordKind.SECTION_DELETION || record.kind() == RecordKind.ACCOUNT_DELETION;
    }

    /** Whether it corrects what has no day of its own: terms, or who is liable. */
    boolean isOfTerms() {
        return before != null
                && (SectionKind.BASIC_INFO.letter().equals(code)
                        || SectionKind.LIABLE.letter().equals(code));
    }

    Outcome.Furnished furnished() {
        return new Outcome.Furnished(kind(), code, day, PbocXml.line(record), Facts.of(record), before);
    }

    /** As it would be remembered, whether a line can hold it or not. */
    Told likely() {
        return new Told(kind(), code, day, "", Facts.of(record), Told.State.SENT, null);
    }

    /** As it will be remembered once it is sent. */
    static Told told(Outcome.Furnished sent) {
        return new Told(
                sent.kind(),
                sent.code(),
                sent.reportedOn(),
                Facts.digest(sent.line()),
                sent.facts(),
                Told.State.SENT,
                null);
    }

    /** Whether a record told before says the same, be it of another day: what waits does not change by waiting. */
    boolean repeats(Told told) {
        return told.kind().equals(kind())
                && told.digest().equals(Facts.digest(PbocXml.line(record.reportedOn(told.reportedOn()))));
    }

    Outcome held(Stop stop) {
        return new Outcome.Held(kind(), code, dueOn, stop);
    }

    Outcome rejected(List<Fault> faults) {
        return new Outcome.Rejected(
                kind(),
                code,
                day,
                faults.stream()
                        .map(fault ->
                                new Outcome.Rejected.Broken(fault.rule(), fault.tag(), fault.shown(), fault.reason()))
                        .toList());
    }
}
