package io.arrears.cli;

import io.arrears.batch.Application;
import io.arrears.furnish.Reported;
import io.arrears.ops.Submissions;
import io.arrears.store.bureau.SubmissionRecords;
import io.arrears.store.bureau.SubmissionStore.Filed;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        header = "Lists the files that wait for somebody, and for how long.",
        description =
                "With --records each record that the bureau has not loaded: where it stands, how far its file got,"
                        + " what the bureau found wrong with it, and for how many days. Without, also what one of two people"
                        + " asked for, and the command that confirms it.")
final class BureauStatusCommand implements Callable<Integer> {

    private static final String FILE_ROW = "%-14s %-32s %-5s %9s  %-9s %5s %8s  %s%n";
    private static final String RECORD_ROW = "%-20s %-5s %-11s %-32s %-9s %-8s %-16s %5s %7s  %s%n";

    @Mixin
    private final BureauFiles.OfBureau of = new BureauFiles.OfBureau();

    @Option(names = "--all", description = "Every file, those that the bureau loaded in full and void ones too.")
    private boolean all;

    @Option(names = "--records", description = "Each record that was not answered or was refused, not the files.")
    private boolean records;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            PrintWriter out = Console.out(spec);
            Submissions submissions = application.submissions();
            List<Filed> files = submissions.all(of.bureau()).stream()
                    .filter(filed -> all || waits(submissions, filed))
                    .toList();
            if (files.isEmpty()) {
                out.println("no file for " + of.bureau() + " waits for anybody");
            } else if (records) {
                printRecords(submissions, files, Clock.systemUTC().instant(), out);
            } else {
                printFiles(files, Clock.systemUTC().instant(), out);
            }
            if (!records) {
                application.lenders().all().forEach(lender -> Asking.printOpen(application, lender, out));
            }
            return 0;
        }
    }

    private static void printFiles(List<Filed> files, Instant now, PrintWriter out) {
        out.printf(Locale.ROOT, FILE_ROW, "lender", "file", "kind", "records", "state", "days", "refused", "turn");
        for (Filed filed : files) {
            out.printf(
                    Locale.ROOT,
                    FILE_ROW,
                    filed.lender(),
                    filed.submission().name(),
                    filed.submission().kind(),
                    number(filed.submission().records()),
                    filed.state(),
                    days(filed, now),
                    number(filed.refused()),
                    turn(filed.state()));
        }
    }

    private static void printRecords(Submissions submissions, List<Filed> files, Instant now, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                RECORD_ROW,
                "account",
                "kind",
                "report date",
                "file",
                "state",
                "code",
                "tag",
                "days",
                "line",
                "turn");
        for (Filed filed : files) {
            submissions.waiting(filed, waiting -> {
                SubmissionRecords.Waiting record = waiting.record();
                boolean isRefused = !record.code().isEmpty();
                out.printf(
                        Locale.ROOT,
                        RECORD_ROW,
                        record.account(),
                        record.kind(),
                        record.reportedOn(),
                        filed.submission().name(),
                        isRefused ? Reported.State.REJECTED : filed.state(),
                        record.code(),
                        record.tag(),
                        days(filed, now),
                        waiting.line(),
                        isRefused ? turn(record.word()) : turn(filed.state()));
            });
        }
    }

    /** Whose turn it is with a refused record, by what people said of it since (S6, S11). */
    private static String turn(Reported.@Nullable Word said) {
        if (said == null) {
            return "the lender: mend its data, or bureau retell, or bureau give-up";
        }
        return switch (said) {
            case RETELL -> "the next run tells it again";
            case TOLD, UNTOLD -> "nobody: given up as " + said.name().toLowerCase(Locale.ROOT) + "; or bureau retell";
        };
    }

    /** Whose turn it is with a file, and the command that moves it (S19). */
    private static String turn(Reported.State state) {
        return switch (state) {
            case PREPARED -> "two people: bureau release, or bureau void";
            case RELEASED -> "who sends it: bureau sent";
            case SENT -> "the bureau: bureau answer";
            case ACCEPTED -> "the lender: bureau status --records has what was refused";
            case REJECTED, VOID -> "the next run tells its records again";
        };
    }

    private static String days(Filed filed, Instant now) {
        return number(Duration.between(filed.since(), now).toDays());
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A file that was answered waits no longer once each of its records was told anew, or given up. */
    private static boolean waits(Submissions submissions, Filed filed) {
        return switch (filed.state()) {
            case PREPARED, RELEASED, SENT -> true;
            case ACCEPTED -> filed.refused() > 0 && submissions.isOpen(filed);
            case REJECTED -> submissions.isOpen(filed);
            case VOID -> false;
        };
    }
}
