package io.arrears.batch;

import static io.arrears.batch.NightsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.audit.Binder;
import io.arrears.publish.WorkFolder;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that was cut off between its signature and its rename, and what can have become of its folder since. */
class PublishingTest {

    private static final String BEFORE = "2026-02-27";
    private static final String NIGHT = "2026-02-28";

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_is_there_only_rolls_forward(Databases kind) throws IOException {
        Portfolio lender = lender(kind);
        Run run = cutOff(lender);
        Nights nights = lender.book.application.nights();
        new WorkFolder(work(lender, run).root().resolve("parts")).delete(); // nobody needs them any more
        refused(ExitCode.USAGE, "only rolls forward", () -> nights.abandon(run.id(), "why not"));
        assertThat(nights.damage(run)).isEmpty();
        nights.restart(lender.name);
        refused(ExitCode.USAGE, "is not unfinished", () -> nights.abandon(run.id(), "why not"));
        requirePublishedOnce(lender);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_was_renamed_before_its_end_only_rolls_forward(Databases kind) throws IOException {
        Portfolio lender = lender(kind);
        Run run = cutOff(lender);
        work(lender, run).publishAs(lender.folder(NIGHT));
        work(lender, run).delete();
        Nights nights = lender.book.application.nights();
        refused(ExitCode.USAGE, "only rolls forward", () -> nights.abandon(run.id(), "why not"));
        nights.restart(lender.name);
        requirePublishedOnce(lender);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_is_lost_with_its_work_folder_is_abandoned_and_its_night_run_anew(Databases kind) throws IOException {
        Portfolio lender = lender(kind);
        Run run = cutOff(lender);
        work(lender, run).delete();
        requireAbandoned(lender, run, lender.folder(NIGHT) + ". If another host or ARREARS_HOME has it");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_is_lost_out_of_its_work_folder_is_abandoned_too(Databases kind) throws IOException {
        Portfolio lender = lender(kind);
        Run run = cutOff(lender);
        new WorkFolder(work(lender, run).out()).delete();
        requireAbandoned(lender, run, "does not hold the manifest that it is publishing");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_file_that_is_not_the_one_signed_is_named_and_nothing_is_published(Databases kind) throws IOException {
        Portfolio lender = lender(kind);
        Run run = cutOff(lender);
        Path file = work(lender, run).out().resolve("delinquency.csv");
        Files.writeString(file, Files.readString(file).replace("100.00", "900.00"));

        Refused refused = catchThrowableOfType(
                Refused.class, () -> lender.book.application.nights().restart(lender.name));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
        assertThat(refused).hasMessageContaining("delinquency.csv: sha256: the manifest says ");
        assertThat(lender.last().state()).isEqualTo(Run.State.REFUSED);
        assertThat(lender.folder(NIGHT)).doesNotExist();
        lender.run(NIGHT);
        requirePublishedOnce(lender);
    }

    private static Portfolio lender(Databases kind) {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        lender.run(BEFORE);
        return lender;
    }

    /** Signed, and put back to where it lay before its rename: the page that is written after that stands in the way of the rest. */
    private static Run cutOff(Portfolio lender) throws IOException {
        Path index = lender.folder(NIGHT).resolveSibling("index.html");
        Files.delete(index);
        Files.createDirectories(index.resolve("in the way"));
        catchThrowableOfType(Refused.class, () -> lender.run(NIGHT));
        Run run = lender.last();
        assertThat(run.state()).isEqualTo(Run.State.PUBLISHING);
        new WorkFolder(index).delete();
        Files.move(lender.folder(NIGHT), work(lender, run).out());
        return run;
    }

    private static void requireAbandoned(Portfolio lender, Run run, String damage) {
        Nights nights = lender.book.application.nights();
        refused(ExitCode.USAGE, damage, () -> nights.restart(lender.name));
        refused(ExitCode.USAGE, "'arrears abandon " + run.id() + " --reason WHY'", () -> nights.restart(lender.name));
        assertThat(nights.abandon(run.id(), "the disk is lost").state()).isEqualTo(Run.State.PUBLISHING);
        assertThat(lender.last().state()).isEqualTo(Run.State.ABANDONED);
        assertThat(lender.book.count("standing", run)).isZero();
        lender.run(NIGHT);
        requirePublishedOnce(lender);
    }

    /** The night is there, and so is the next; no folder of the chain misses another. */
    private static void requirePublishedOnce(Portfolio lender) {
        assertThat(lender.listed(NIGHT)).singleElement().asString().contains(",100.00,");
        lender.run("2026-03-01");
        assertThat(new Binder(List.of(), Map.of())
                        .check(List.of(lender.folder(NIGHT).resolveSibling(""))).stream()
                                .flatMap(result -> result.findings().differences().stream()))
                .isEmpty();
    }

    private static WorkFolder work(Portfolio lender, Run run) {
        return new WorkFolder(lender.book.settings.home().work(lender.name, run.id()));
    }
}
