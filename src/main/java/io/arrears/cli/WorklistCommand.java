package io.arrears.cli;

import io.arrears.Visible;
import io.arrears.call.Answer;
import io.arrears.call.Check;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "worklist",
        mixinStandardHelpOptions = true,
        header = "Answers whether somebody may be contacted now, and hands out the night's list.",
        description = "Who is contacted today stands in worklist.csv of the newest night, who is not in withheld.csv.",
        subcommands = {WorklistCommand.CheckCommand.class, WorklistExportCommand.class})
final class WorklistCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "name what to do; 'arrears worklist --help' lists it");
    }

    /** What the launcher leaves to this: help, and calls without it. What is typed is understood in one place. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            header = "May this party be contacted about this account, by this channel, at this instant?",
            description = {
                "Answers from the newest published lists of the lender and what imports brought since, without the database and",
                "at once: ask it before each call. Exit 0: may; printed are until when, what is said, and how much of each cap",
                "is left. Exit 3: may not; printed are the rule, where it stands, why, and until when. Exit 2: wrongly typed."
            })
    static final class CheckCommand implements Callable<Integer> {

        @Parameters(arity = "0..1", paramLabel = "ACCOUNT", description = "The account's id.")
        private @Nullable String account;

        @Option(names = "--lender", paramLabel = "LENDER", description = "Whose account it is.")
        private @Nullable String lender;

        @Option(names = "--party", paramLabel = "ID", description = "Whom: party_id of worklist.csv.")
        private @Nullable String party;

        @Option(names = "--channel", paramLabel = "CHANNEL", description = "By what: APP, SMS, CALL, and so on.")
        private @Nullable String channel;

        @Option(names = "--at", paramLabel = "INSTANT", description = "When, such as 2026-11-21T10:00:00+08:00.")
        private @Nullable String at;

        @Option(
                names = "--attempts",
                paramLabel = "FILE",
                description = "What was done since the night, in the columns of contact_attempts.csv: it counts, too.")
        private @Nullable String attempts;

        @Option(
                names = "--night",
                paramLabel = "NIGHT",
                description =
                        "The night whose list is being called, such as 2026-11-20; may not unless it is the newest.")
        private @Nullable String night;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Map<String, String> typed = new HashMap<>();
            put(typed, "ACCOUNT", account);
            put(typed, "--lender", lender);
            put(typed, "--party", party);
            put(typed, "--channel", channel);
            put(typed, "--at", at);
            put(typed, "--attempts", attempts);
            put(typed, "--night", night);
            Answer answer = Check.answer(typed, System.getenv());
            PrintWriter out = Console.out(spec);
            answer.lines().forEach(line -> out.println(Visible.of(line)));
            return Check.code(answer).code();
        }

        private static void put(Map<String, String> typed, String name, @Nullable String value) {
            if (value != null) {
                typed.put(name, value);
            }
        }
    }
}
