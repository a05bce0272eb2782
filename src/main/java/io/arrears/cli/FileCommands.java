package io.arrears.cli;

import io.arrears.Reason;
import io.arrears.Signatory;
import io.arrears.TwoPeople;
import io.arrears.batch.Application;
import io.arrears.ops.Desk;
import io.arrears.ops.FileRef;
import io.arrears.ops.Requests;
import io.arrears.ops.Requests.Subject;
import io.arrears.ops.Submissions;
import io.arrears.store.bureau.SubmissionStore.Filed;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What people say of files that a run made: each moves all of them or none. */
final class FileCommands {

    private FileCommands() {}

    /** All of them or none: a line that was mended is typed again as a whole. */
    private static void each(
            BureauFiles.Named named, Submissions submissions, Function<FileRef, Filed> move, Consumer<String> out) {
        for (Filed filed : submissions.wholly(named.files(), move)) {
            out.accept(filed.submission().name() + " is "
                    + filed.state().name().toLowerCase(Locale.ROOT) + ", "
                    + filed.submission().records() + " records");
        }
    }

    private static List<Subject> subjects(BureauFiles.Named named, Desk desk) {
        return named.files().stream().map(desk.submissions()::subject).toList();
    }

    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            header = "Two people say that files may be sent.",
            description =
                    "A file that repeats what the bureau has loaded since, or speaks of an account that was blocked"
                            + " since, cannot be released any more: make it void.")
    static final class Release implements Callable<Integer>, Requests.Act {

        @Mixin
        private final BureauFiles.Named named = new BureauFiles.Named();

        @Mixin
        private final People.TwoOrAsking people = new People.TwoOrAsking();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            return Asking.run(spec, people.names(), this);
        }

        @Override
        public void act(Desk desk, TwoPeople two, Consumer<String> out) {
            each(named, desk.submissions(), file -> desk.submissions().release(file, two), out);
        }

        @Override
        public List<Subject> subjects(Desk desk) {
            return FileCommands.subjects(named, desk);
        }
    }

    @Command(name = "sent", mixinStandardHelpOptions = true, header = "Says that released files have been sent.")
    static final class Sent implements Callable<Integer> {

        @Mixin
        private final BureauFiles.Named named = new BureauFiles.Named();

        @Mixin
        private final People.One one = new People.One();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Signatory by = one.signatory();
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                Submissions submissions = application.submissions();
                each(named, submissions, file -> submissions.sent(file, by), Console.out(spec)::println);
                return 0;
            }
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
    static final class MakeVoid implements Callable<Integer>, Requests.Act {

        @Mixin
        private final BureauFiles.Named named = new BureauFiles.Named();

        @Mixin
        private final People.OneOrTwo people = new People.OneOrTwo();

        @Mixin
        private final People.Why why = new People.Why();

        @Option(names = "--not-received", description = "Of a file marked as sent: it is not at the bureau.")
        private boolean notReceived;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            Reason reason = why.reason();
            if (people.names().size() > 1) {
                return Asking.run(spec, people.names(), this);
            }
            Signatory by = people.one();
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                Submissions submissions = application.submissions();
                if (people.names().size() == 1 && named.files().stream().anyMatch(submissions::isVoidByTwo)) {
                    return Asking.run(application, spec, people.names(), this);
                }
                each(
                        named,
                        submissions,
                        file -> submissions.makeVoid(file, by, reason, notReceived),
                        Console.out(spec)::println);
                return 0;
            }
        }

        @Override
        public void act(Desk desk, TwoPeople two, Consumer<String> out) {
            each(
                    named,
                    desk.submissions(),
                    file -> desk.submissions().makeVoid(file, two, why.reason(), notReceived),
                    out);
        }

        @Override
        public List<Subject> subjects(Desk desk) {
            return FileCommands.subjects(named, desk);
        }
    }
}
