package io.arrears.batch;

import io.arrears.furnish.Decision;
import io.arrears.store.bureau.FurnishedWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one account adds to a bureau's files and to the lists beside them.
 *
 * @param records that go out
 * @param lines by file, each with its end
 * @param pending if the next run must look at the account again, touched or not
 */
record Furnished(
        String account,
        List<Decision.Report> records,
        Map<String, String> lines,
        FurnishedWriter.@Nullable Pending pending) {}
