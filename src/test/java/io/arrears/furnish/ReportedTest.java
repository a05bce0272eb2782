package io.arrears.furnish;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.Meaning.Act;
import io.arrears.furnish.Meaning.Moment;
import io.arrears.furnish.Meaning.Subject;
import io.arrears.furnish.Reported.State;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which record repeats what the bureau has loaded (S3). */
class ReportedTest {

    private static final String DAY = "2026-08-31";

    /** The record says x of 31 August as 210; it is asked of one that is loaded, but for what the row says. */
    @ParameterizedTest
    @CsvSource({
        // subject, act,             kind, digest, day,        said,  state,    repeats
        "ACCOUNT,   REPORT,          210,  same,   2026-07-31, other, ACCEPTED, true",
        "ACCOUNT,   REPORT,          210,  same,   2026-07-31, other, SENT,     false",
        "ACCOUNT,   REPORT,          210,  same,   2026-07-31, other, REJECTED, false",
        "ACCOUNT,   REPORT,          220,  same,   2026-08-31, x,     ACCEPTED, false",
        "ACCOUNT,   REPORT,          210,  other,  2026-08-31, other, ACCEPTED, true",
        "ACCOUNT,   REPORT,          210,  other,  2026-08-30, x,     ACCEPTED, false",
        "ACCOUNT,   CORRECT,         210,  other,  2026-08-31, x,     ACCEPTED, false",
        "ACCOUNT,   RETRACT_ACCOUNT, 210,  other,  2026-08-31, x,     ACCEPTED, false",
        "CONTRACT,  REPORT,          210,  other,  2026-08-31, x,     ACCEPTED, true",
        "CONTRACT,  REPORT,          210,  other,  2026-08-30, x,     ACCEPTED, false",
        "CONTRACT,  CORRECT,         210,  other,  2026-08-31, x,     ACCEPTED, false",
        "PERSON,    REPORT,          210,  other,  2026-07-31, x,     ACCEPTED, true",
        "PERSON,    REPORT,          210,  other,  2026-08-31, other, ACCEPTED, false",
        "PERSON,    REPORT,          210,  other,  2026-07-31, x,     VOID,     false"
    })
    void a_record_repeats_the_same_bytes_the_reports_day_or_what_was_said_of_the_person(
            Subject subject,
            Act act,
            String kind,
            String digest,
            String day,
            String said,
            State state,
            boolean repeats) {
        Reported own = record(subject, act, "210", "same", DAY, "x", State.PREPARED);
        assertThat(own.repeats(record(subject, act, kind, digest, day, said, state)))
                .isEqualTo(repeats);
    }

    private static Reported record(
            Subject subject, Act act, String kind, String digest, String day, String said, State state) {
        return new Reported(
                kind,
                null,
                LocalDate.parse(day),
                digest,
                Map.of("RptDate", day, "Said", said),
                new Meaning(subject, act, Moment.EVENT, LocalDate.parse(day), false, false, null),
                state,
                null,
                Reported.Course.UNKNOWN);
    }
}
