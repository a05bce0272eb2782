package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.batch.Answers;
import io.arrears.batch.Application;
import io.arrears.furnish.Told.State;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "answer",
        mixinStandardHelpOptions = true,
        header = "Takes in the bureau's answers, and its client's .bad; the same answer again changes nothing.",
        description =
                "An answer is taken whatever was said of its file: records it refused are told again once their data has"
                        + " changed, a file it refused as a whole is made anew by the next run. Another answer to a file that was"
                        + " answered is shown beside the first (exit 4); two people let it take its place with --replace.")
final class AnswerCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BUREAU", description = "Such as pboc.")
    private String bureau = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "The bureau's answer files.")
    private List<Path> files = List.of();

    @Option(
            names = "--environment",
            paramLabel = "ENVIRONMENT",
            description = "production or test, where two files have the name.")
    private @Nullable String environment;

    @Option(names = "--replace", description = "Lets it take the place of another answer.")
    private boolean replace;

    @Option(names = "--by", arity = "1", paramLabel = "NAME", description = "With --replace: who says so; twice.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "With --replace: why; kept for ever.")
    private @Nullable String reason;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (replace != (reason != null) || replace == names.isEmpty()) {
            throw new Refused(
                    ExitCode.USAGE,
                    "--replace, --by (twice) and --reason go together: two people let an answer take another's place");
        }
        Answers.Replacing replacing =
                reason == null ? null : new Answers.Replacing(TwoPeople.of(names), new Reason(reason));
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            Answers answers = application.answers();
            for (Path file : files) {
                tell(answers.take(bureau, environment, file, replacing), Console.out(spec));
            }
            return 0;
        }
    }

    private static void tell(Answers.Answered answered, PrintWriter out) {
        boolean isWhole = answered.state() != State.ACCEPTED;
        out.println(answered.submission()
                + ": "
                + (isWhole
                        ? "did not go in as a whole; its records are due again"
                        : String.format(Locale.ROOT, "%,d loaded, %,d refused", answered.loaded(), answered.refused()))
                + (answered.wasKnown() ? " (known already)" : ""));
    }
}
