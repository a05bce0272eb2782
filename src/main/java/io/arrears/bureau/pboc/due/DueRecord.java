package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.Fault;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.bureau.pboc.tradeline.Meanings;
import io.arrears.bureau.pboc.xml.PbocXml;
import io.arrears.furnish.Decision;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.Reported;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record that is due.
 *
 * @param day the day it speaks of
 * @param dueOn the day it fell due on, by which its wait is counted
 * @param before what the bureau holds in its place, for a correction
 * @param facts what it says, by tag, nothing personal
 */
public record DueRecord(
        PbocRecord record,
        @Nullable String code,
        LocalDate day,
        LocalDate dueOn,
        @Nullable Map<String, String> before,
        Map<String, String> facts) {

    /** One that is due on the day that it speaks of. */
    DueRecord(PbocRecord record, @Nullable String code, LocalDate day, @Nullable Map<String, String> before) {
        this(record, code, day, day, before, Facts.of(record));
    }

    static DueRecord of(PbocRecord record, @Nullable String code, LocalDate day) {
        return new DueRecord(record, code, day, null);
    }

    DueRecord dueOn(LocalDate earlier) {
        return new DueRecord(record, code, day, earlier, before, facts);
    }

    private String kind() {
        return record.kind().code();
    }

    private Meaning meaning() {
        return Meanings.of(kind(), code, day, facts);
    }

    boolean isDeletion() {
        return switch (record.kind()) {
            case SECTION_DELETION, ACCOUNT_DELETION, CONTRACT_SECTION_DELETION, CONTRACT_DELETION -> true;
            case PERSON_INFO,
                    PERSON_DELETION,
                    ACCOUNT,
                    ACCOUNT_RENAMING,
                    SECTION_CORRECTION,
                    SPECIAL_EVENT,
                    CONTRACT,
                    CONTRACT_RENAMING,
                    CONTRACT_CORRECTION -> false;
        };
    }

    /** Whether it corrects what has no day of its own: terms, who is liable, or the line's contract. */
    boolean isOfTerms() {
        return record.kind() == RecordKind.SECTION_CORRECTION
                && before != null
                && Stream.of(SectionKind.BASIC_INFO, SectionKind.LIABLE, SectionKind.CREDIT_LINE)
                        .anyMatch(kind -> kind.letter().equals(code));
    }

    Decision.Report furnished() {
        return new Decision.Report(kind(), code, day, PbocXml.line(record), facts, meaning(), before);
    }

    /** As it would be remembered, whether a line can hold it or not. */
    Reported likely() {
        return Meanings.reported(kind(), code, day, "", facts, Reported.State.SENT, null);
    }

    /** As it will be remembered once it is sent. */
    public static Reported reported(Decision.Report sent) {
        return sent.reported(Facts.digest(sent.line())).as(Reported.State.SENT);
    }

    /** Whether a record told before says the same, be it of another day: what waits does not change by waiting. */
    boolean repeats(Reported reported) {
        return reported.kind().equals(kind())
                && reported.digest().equals(Facts.digest(PbocXml.line(record.reportedOn(reported.reportedOn()))));
    }

    Decision held(GateResult stop) {
        return new Decision.Hold(kind(), code, dueOn, meaning(), stop);
    }

    Decision rejected(List<Fault> faults) {
        return new Decision.Rejection(
                kind(),
                code,
                day,
                meaning(),
                faults.stream()
                        .map(fault ->
                                new Decision.Rejection.Broken(fault.rule(), fault.tag(), fault.shown(), fault.reason()))
                        .toList());
    }
}
