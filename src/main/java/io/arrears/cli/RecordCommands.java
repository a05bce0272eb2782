package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.Signatory;
import io.arrears.TwoPeople;
import io.arrears.batch.Application;
import io.arrears.furnish.Reported;
import io.arrears.ops.Desk;
import io.arrears.ops.FileRef;
import io.arrears.ops.RecordWords;
import io.arrears.ops.Requests;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What people say of one record that a bureau refused. */
final class RecordCommands {

    private RecordCommands() {}

    /** One record of one file. */
    static final class Named {

        @Mixin
        private final BureauFiles.OfBureau of = new BureauFiles.OfBureau();

        @Parameters(index = "1", paramLabel = "FILE:LINE", description = "Its file and line; the header is line 1.")
        private String record = "";

        @Mixin
        private final BureauFiles.InEnvironment in = new BureauFiles.InEnvironment();

        RecordWords.Line line() {
            int colon = record.lastIndexOf(':');
            if (colon < 1 || !record.substring(colon + 1).matches("[0-9]{1,7}")) {
                throw new Refused(
                        ExitCode.USAGE,
                        "'" + record + "' names no record; say FILE:LINE, as 'arrears bureau status --records' has it");
            }
            return new RecordWords.Line(
                    new FileRef(of.bureau(), in.environment(), record.substring(0, colon)),
                    Long.parseLong(record.substring(colon + 1)));
        }

        private int say(@Nullable CommandSpec spec, Function<RecordWords, String> word) {
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                Console.out(spec).println(word.apply(application.recordWords()));
                return 0;
            }
        }
    }

    @Command(
            name = "retell",
            mixinStandardHelpOptions = true,
            header = "Lets a refused record go out again as it is.",
            description =
                    "For a record that is right and that the bureau refused for a reason of its own. It stands until the"
                            + " bureau answers these bytes again. Where the record would say something else today, that goes by itself.")
    static final class Retell implements Callable<Integer> {

        @Mixin
        private final Named named = new Named();

        @Mixin
        private final People.One one = new People.One();

        @Mixin
        private final People.Why why = new People.Why();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            RecordWords.Line line = named.line();
            Signatory by = one.signatory();
            Reason reason = why.reason();
            return named.say(spec, words -> words.retell(line, by, reason));
        }
    }

    @Command(
            name = "give-up",
            mixinStandardHelpOptions = true,
            header = "Two people give a refused record up.",
            description =
                    "As told where the bureau has it by other means, and later records build on it; as untold where it does"
                            + " not. It stands in held.csv as given-up, blocks nothing, and ends when the record would say something"
                            + " else, or with retell.")
    static final class GiveUp implements Callable<Integer>, Requests.Act {

        @Mixin
        private final Named named = new Named();

        @Option(names = "--as", required = true, paramLabel = "told|untold", description = "Whether the bureau has it.")
        private String as = "";

        @Mixin
        private final People.TwoOrAsking people = new People.TwoOrAsking();

        @Mixin
        private final People.Why why = new People.Why();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            named.line();
            word();
            why.reason();
            return Asking.run(spec, people.names(), this);
        }

        @Override
        public void act(Desk desk, TwoPeople two, Consumer<String> out) {
            out.accept(desk.words().giveUp(named.line(), word(), two, why.reason()));
        }

        @Override
        public List<Requests.Subject> subjects(Desk desk) {
            return List.of(desk.words().subject(named.line()));
        }

        private Reported.Word word() {
            return switch (as.toLowerCase(Locale.ROOT)) {
                case "told" -> Reported.Word.TOLD;
                case "untold" -> Reported.Word.UNTOLD;
                default -> throw new Refused(ExitCode.USAGE, "--as: '" + as + "' is neither 'told' nor 'untold'");
            };
        }
    }
}
