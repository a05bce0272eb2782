package io.arrears.cli;

import io.arrears.batch.Answers;
import io.arrears.batch.Application;
import io.arrears.furnish.Told.State;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final People.OfOption people = new People.OfOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Answers.Replacing replacing = people.areAsked(replace, "--replace", "let an answer take another's place")
                ? new Answers.Replacing(people.two(), people.reason())
                : null;
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
