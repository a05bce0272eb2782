package io.arrears.night;

import io.arrears.furnish.Bureau;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.run.Run;
import io.arrears.store.run.RunRemains;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Keeps back what was made for a bureau whose R1, R2 or R6 differs: its files and its lines in the lists stay in the work folder, and
 * what it would have been told is forgotten, so that the next run tells it.
 */
public final class Withholder {

    private final RunRemains remains;
    private final Joiner joiner;
    private final Home home;

    public Withholder(RunRemains remains, Joiner joiner, Home home) {
        this.remains = remains;
        this.joiner = joiner;
        this.home = home;
    }

    /** Where a run's files for a bureau are kept that do not go out. */
    public static Path folder(Home home, Run run, String bureau) {
        return new WorkFolder(home.work(run.lender().name(), run.id()))
                .root()
                .resolve("withheld")
                .resolve(bureau);
    }

    /** Safe to do again after a kill. */
    public void withhold(Run run) throws IOException {
        if (run.withheld().isEmpty()) {
            return;
        }
        WorkFolder work = new WorkFolder(home.work(run.lender().name(), run.id()));
        for (String bureau : run.withheld()) {
            remains.dropFurnished(run, bureau);
            setAside(work.bureau(bureau), Home.folder(folder(home, run, bureau)));
        }
        List<Bureau> told = run.lender().bureaus().stream()
                .filter(bureau -> !run.withheld().contains(bureau.terms().bureau()))
                .toList();
        Reconciled.withheld(work, run.withheld(), joiner.lists(run, told));
    }

    /** Under other names, since a later run may take the same ones for what does go out. */
    private static void setAside(Path files, Path kept) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(files)) {
            for (Path file : all) {
                Files.move(file, kept.resolve(file.getFileName() + ".withheld"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.delete(files);
    }
}
