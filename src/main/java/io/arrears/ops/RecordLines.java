package io.arrears.ops;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.furnish.Submission;
import java.util.List;

/**
 * The lines of one file and the records that stand in them.
 *
 * @param before the lines before the first record
 * @param sizes the records of each part of the file's run
 */
record RecordLines(Submission submission, long before, List<Long> sizes) {

    /** The line of the record at a place among the parts of its run. */
    long line(Submission.Place place) {
        return before + 1 + submission.record(sizes, place);
    }

    /**
     * Where the record of a line stands among the parts of its run.
     *
     * @throws Refused (2) where no record stands there
     */
    Submission.Place place(long line) {
        long record = line - before - 1;
        if (record < 0 || record >= submission.records()) {
            throw new Refused(
                    ExitCode.USAGE,
                    "line " + line + " of " + submission.name() + " holds no record: they stand in lines "
                            + (before + 1) + " to " + (before + submission.records()));
        }
        return submission.place(sizes, record);
    }
}
