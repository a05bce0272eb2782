package io.arrears.cli;

import io.arrears.Reason;
import io.arrears.Signatory;
import io.arrears.TwoPeople;
import io.arrears.batch.Application;
import io.arrears.batch.Submissions;
import io.arrears.furnish.Told;
import io.arrears.store.SubmissionStore.Filed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bureau",
        mixinStandardHelpOptions = true,
        header = "Says what became of the files for bureaus: released, sent, answered.",
        description = {
            "A run prepares files; two people release them, somebody sends them, the bureau answers. Only what was sent counts",
            "as told, and an account whose record is prepared and not sent waits."
        },
        subcommands = {
            BureauCommand.Release.class,
            BureauCommand.Sent.class,
            BureauCommand.MakeVoid.class,
            BureauCommand.Answer.class,
            BureauCommand.Baseline.class,
            BureauCommand.Status.class
        })
final class BureauCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "name what became of a file; 'arrears bureau --help' lists it");
    }

    /** Files of one bureau. */
    static final class Named {

        @Parameters(index = "0", paramLabel = "BUREAU", description = "Such as pboc.")
        private String bureau = "";

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Names of its files.")
        private List<String> files = List.of();
    }

    @Command(name = "release", mixinStandardHelpOptions = true, header = "Two people say that files may be sent.")
    static final class Release implements Callable<Integer> {

        @Mixin
        private final Named named = new Named();

        @Mixin
        private final People.Two two = new People.Two();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            TwoPeople people = two.people();
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                Submissions submissions = application.submissions();
                for (String file : named.files) {
                    tell(submissions.release(named.bureau, file, people), spec);
                }
                return 0;
            }
        }
    }

    @Command(name = "sent", mixinStandardHelpOptions = true, header = "Says that released files have been sent.")
    static final class Sent implements Callable<Integer> {

        @Mixin
        private final Named named = new Named();

        @Mixin
        private final People.One one = new People.One();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Signatory by = one.signatory();
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                Submissions submissions = application.submissions();
                for (String file : named.files) {
                    tell(submissions.sent(named.bureau, file, by), spec);
                }
                return 0;
            }
        }
    }

    @Command(
            name = "void",
            mixinStandardHelpOptions = true,
            header = "Says that files will never be sent; their records are told again by the next run.")
    static final class MakeVoid implements Callable<Integer> {

        @Mixin
        private final Named named = new Named();

        @Mixin
        private final People.Why why = new People.Why();

        @Mixin
        private final People.One one = new People.One();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Signatory by = one.signatory();
            Reason reason = why.reason();
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                Submissions submissions = application.submissions();
                for (String file : named.files) {
                    tell(submissions.makeVoid(named.bureau, file, by, reason), spec);
                }
                return 0;
            }
        }
    }

    @Command(
            name = "answer",
            mixinStandardHelpOptions = true,
            header = "Takes in the bureau's answers; the same answer again changes nothing.",
            description =
                    "Records it refused are told again once their data has changed; a file it refused as a whole is made"
                            + " anew by the next run.")
    static final class Answer implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "BUREAU", description = "Such as pboc.")
        private String bureau = "";

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "The bureau's answer files.")
        private List<Path> files = List.of();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                Submissions submissions = application.submissions();
                for (Path file : files) {
                    Submissions.Answered answered = submissions.answer(bureau, file);
                    Console.out(spec)
                            .printf(
                                    Locale.ROOT,
                                    "%s: %,d loaded, %,d refused%s%n",
                                    answered.submission(),
                                    answered.loaded(),
                                    answered.refused(),
                                    answered.wasKnown() ? " (known already)" : "");
                }
                return 0;
            }
        }
    }

    @Command(
            name = "baseline",
            mixinStandardHelpOptions = true,
            header = "Loads what a bureau already holds of a lender's book, before the first run tells it anything.",
            description = "A CSV with account_id, month, report_date, account_status, repayment_status, five_class,"
                    + " five_class_since and episode_started_on (may be empty); docs/pboc.md says more.")
    static final class Baseline implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "BUREAU", description = "Such as pboc.")
        private String bureau = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "What it holds, a row an account.")
        private Path file = Path.of("");

        @Option(names = "--lender", required = true, paramLabel = "LENDER", description = "Whose book.")
        private String lender = "";

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                long loaded = application.baselines().load(bureau, lender, file, LocalDate.now(Clock.systemUTC()));
                Console.out(spec)
                        .printf(Locale.ROOT, "%,d accounts that %s holds of %s are known%n", loaded, bureau, lender);
                return 0;
            }
        }
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            header = "Lists the files that wait for somebody, and for how long.",
            description =
                    "With --records each record that the bureau has not loaded: where it stands, how far its file got,"
                            + " what the bureau found wrong with it, and for how many days.")
    static final class Status implements Callable<Integer> {

        private static final String FILE_ROW = "%-14s %-32s %-5s %9s  %-9s %5s %8s%n";
        private static final String RECORD_ROW = "%-20s %-5s %-11s %-32s %-9s %-8s %-16s %5s%n";

        @Parameters(index = "0", paramLabel = "BUREAU", description = "Such as pboc.")
        private String bureau = "";

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
                List<Filed> files = submissions.all(bureau).stream()
                        .filter(filed -> all || waits(filed))
                        .toList();
                if (files.isEmpty()) {
                    out.println("no file for " + bureau + " waits for anybody");
                    return 0;
                }
                Instant now = Clock.systemUTC().instant();
                if (records) {
                    printRecords(submissions, files, now, out);
                } else {
                    printFiles(files, now, out);
                }
                return 0;
            }
        }

        private static void printFiles(List<Filed> files, Instant now, PrintWriter out) {
            out.printf(Locale.ROOT, FILE_ROW, "lender", "file", "kind", "records", "state", "days", "refused");
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
                        number(filed.refused()));
            }
        }

        private static void printRecords(Submissions submissions, List<Filed> files, Instant now, PrintWriter out) {
            out.printf(
                    Locale.ROOT, RECORD_ROW, "account", "kind", "report date", "file", "state", "code", "tag", "days");
            for (Filed filed : files) {
                submissions.waiting(
                        filed,
                        record -> out.printf(
                                Locale.ROOT,
                                RECORD_ROW,
                                record.account(),
                                record.kind(),
                                record.reportedOn(),
                                filed.submission().name(),
                                record.code().isEmpty() ? filed.state() : Told.State.REJECTED,
                                record.code(),
                                record.tag(),
                                days(filed, now)));
            }
        }

        private static String days(Filed filed, Instant now) {
            return number(Duration.between(filed.since(), now).toDays());
        }

        private static String number(long number) {
            return String.format(Locale.ROOT, "%,d", number);
        }

        private static boolean waits(Filed filed) {
            return switch (filed.state()) {
                case PREPARED, RELEASED, SENT, REJECTED -> true;
                case ACCEPTED -> filed.refused() > 0;
                case VOID -> false;
            };
        }
    }

    private static void tell(Filed filed, @Nullable CommandSpec spec) {
        Told.State state = filed.state();
        Console.out(spec)
                .println(filed.submission().name() + " is " + state.name().toLowerCase(Locale.ROOT) + ", "
                        + filed.submission().records() + " records");
    }
}
