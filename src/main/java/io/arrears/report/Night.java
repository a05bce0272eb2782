package io.arrears.report;

import io.arrears.audit.Manifest;
import io.arrears.audit.SignedFolders;
import io.arrears.furnish.WaitingFiles;
import io.arrears.lender.StaleFeed;
import io.arrears.publish.WorkFolder;
import io.arrears.run.Run;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report is told of its night; all else it reads from the folder's bytes.
 *
 * @param work what is to be published, with every file but the report's own and the manifest
 * @param signed the lender's published folders
 * @param previous the folder of the lender's night before; none on the first
 * @param program the version of the program, as its jar says
 * @param waiting bureau files that wait for somebody, from before this night
 * @param stale feeds whose newest data are of an earlier day
 */
public record Night(
        Run run,
        String program,
        WorkFolder work,
        SignedFolders signed,
        @Nullable String previous,
        List<Manifest.Input> inputs,
        List<WaitingFiles> waiting,
        List<StaleFeed> stale) {

    public Night {
        inputs = List.copyOf(inputs);
        waiting = List.copyOf(waiting);
        stale = List.copyOf(stale);
    }

    Path folder() {
        return work.out();
    }

    boolean isReplay() {
        return run.isReplay();
    }
}
