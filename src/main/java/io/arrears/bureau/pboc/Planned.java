package io.arrears.bureau.pboc;

import io.arrears.furnish.Outcome;
import io.arrears.furnish.Stop;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that is due.
 *
 * @param judgedOn the day whose figures the gates look at: of a restated month its end, else the day itself
 * @param before what the bureau holds in its place, for a correction
 */
record Planned(
        PbocRecord record,
        @Nullable String code,
        LocalDate day,
        LocalDate judgedOn,
        @Nullable Map<String, String> before) {

    static Planned of(PbocRecord record, @Nullable String code, LocalDate day) {
        return new Planned(record, code, day, day, null);
    }

    private String kind() {
        return record.kind().code();
    }

    boolean isDeletion() {
        return record.kind() == RecordKind.SECTION_DELETION || record.kind() == RecordKind.ACCOUNT_DELETION;
    }

    Outcome.Furnished furnished() {
        return new Outcome.Furnished(kind(), code, day, PbocXml.line(record), Facts.of(record), before);
    }

    Outcome held(Stop stop) {
        return new Outcome.Held(kind(), code, day, stop);
    }

    Outcome rejected(Fault fault) {
        return new Outcome.Rejected(kind(), code, day, fault.rule(), fault.tag(), fault.shown(), fault.reason());
    }
}
