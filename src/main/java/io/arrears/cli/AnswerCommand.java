package io.arrears.cli;

import io.arrears.TwoPeople;
import io.arrears.batch.Application;
import io.arrears.furnish.Reported.State;
import io.arrears.ops.Answers;
import io.arrears.ops.Desk;
import io.arrears.ops.Requests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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
final class AnswerCommand implements Callable<Integer>, Requests.Act {

    @Mixin
    private final BureauFiles.OfBureau of = new BureauFiles.OfBureau();

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "The bureau's answer files.")
    private List<Path> files = List.of();

    @Mixin
    private final BureauFiles.InEnvironment in = new BureauFiles.InEnvironment();

    @Option(names = "--replace", description = "Lets it take the place of another answer.")
    private boolean replace;

    @Mixin
    private final People.OfOption people = new People.OfOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (people.areAsked(replace, "--replace", "let an answer take another's place")) {
            people.reason();
            return Asking.run(spec, people.names(), this);
        }
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            take(application.answers(), null, Console.out(spec)::println);
            return 0;
        }
    }

    @Override
    public void act(Desk desk, TwoPeople two, Consumer<String> out) throws IOException {
        take(desk.answers(), new Answers.Replacing(two, people.reason()), out);
    }

    @Override
    public List<Requests.Subject> subjects(Desk desk) throws IOException {
        List<Requests.Subject> subjects = new ArrayList<>();
        for (Path file : files) {
            subjects.add(desk.answers().subject(of.bureau(), in.environment(), file));
        }
        return subjects;
    }

    private void take(Answers answers, Answers.@Nullable Replacing replacing, Consumer<String> out) throws IOException {
        for (Path file : files) {
            tell(answers.take(of.bureau(), in.environment(), file, replacing), out);
        }
    }

    private static void tell(Answers.Answered answered, Consumer<String> out) {
        boolean isWhole = answered.state() != State.ACCEPTED;
        out.accept(answered.submission()
                + ": "
                + (isWhole
                        ? "did not go in as a whole; its records are due again"
                        : String.format(Locale.ROOT, "%,d loaded, %,d refused", answered.loaded(), answered.refused()))
                + (answered.wasKnown() ? " (known already)" : ""));
    }
}
