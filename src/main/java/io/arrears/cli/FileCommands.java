package io.arrears.cli;

import io.arrears.Reason;
import io.arrears.Signatory;
import io.arrears.TwoPeople;
import io.arrears.batch.Application;
import io.arrears.batch.FileRef;
import io.arrears.batch.Submissions;
import io.arrears.store.SubmissionStore.Filed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What people say of files that a run made: each moves them one after the other. */
final class FileCommands {

    private FileCommands() {}

    private static int each(
            BureauCommand.Named named, @Nullable CommandSpec spec, BiFunction<Submissions, FileRef, Filed> move) {
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            Submissions submissions = application.submissions();
            for (FileRef file : named.files()) {
                Filed filed = move.apply(submissions, file);
                Console.out(spec)
                        .println(filed.submission().name() + " is "
                                + filed.state().name().toLowerCase(Locale.ROOT) + ", "
                                + filed.submission().records() + " records");
            }
            return 0;
        }
    }

    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            header = "Two people say that files may be sent.",
            description =
                    "A file that repeats what the bureau has loaded since, or speaks of an account that was blocked"
                            + " since, cannot be released any more: make it void.")
    static final class Release implements Callable<Integer> {

        @Mixin
        private final BureauCommand.Named named = new BureauCommand.Named();

        @Mixin
        private final People.Two two = new People.Two();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            TwoPeople people = two.people();
            return each(named, spec, (submissions, file) -> submissions.release(file, people));
        }
    }

    @Command(name = "sent", mixinStandardHelpOptions = true, header = "Says that released files have been sent.")
    static final class Sent implements Callable<Integer> {

        @Mixin
        private final BureauCommand.Named named = new BureauCommand.Named();

        @Mixin
        private final People.One one = new People.One();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Signatory by = one.signatory();
            return each(named, spec, (submissions, file) -> submissions.sent(file, by));
        }
    }

    @Command(
            name = "void",
            mixinStandardHelpOptions = true,
            header =
                    "Says that files will never be sent, or did not arrive; their records are told again by the next run.",
            description =
                    "A prepared file is made void by one; a released one by two people who say that it was not handed"
                            + " over; one marked as sent by two people who say, with --not-received, that it is not at the bureau."
                            + " Should the bureau answer it all the same, the answer is still taken.")
    static final class MakeVoid implements Callable<Integer> {

        @Mixin
        private final BureauCommand.Named named = new BureauCommand.Named();

        @Mixin
        private final People.OneOrTwo people = new People.OneOrTwo();

        @Mixin
        private final People.Why why = new People.Why();

        @Option(names = "--not-received", description = "Of a file marked as sent: it is not at the bureau.")
        private boolean notReceived;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            List<Signatory> by = people.signatories();
            Reason reason = why.reason();
            return each(named, spec, (submissions, file) -> submissions.makeVoid(file, by, reason, notReceived));
        }
    }
}
