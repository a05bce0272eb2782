package io.arrears.store.imports;

import io.arrears.ExitCode;
import io.arrears.feed.Feed;
import io.arrears.store.imports.ImportStore.Counts;
import io.arrears.store.imports.ImportStore.State;
import java.nio.file.Path;
import java.util.Map;

/**
 * How an import ended.
 *
 * @param exitCode 0 done, 4 refused with nothing loaded, 1 failed and to be resumed
 * @param feeds rows by feed and where they went
 * @param rejectedCsv where rejected rows are listed
 * @param message why it was refused or failed; of one that is done, how the rows of views differ from what was pulled
 */
public record ImportOutcome(
        long importId, ExitCode exitCode, State state, Map<Feed, Counts> feeds, Path rejectedCsv, String message) {}
