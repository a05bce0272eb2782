package io.arrears.cli;

import io.arrears.batch.Application;
import io.arrears.batch.Baselines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
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
        name = "baseline",
        mixinStandardHelpOptions = true,
        header = "Loads what a bureau already holds of a lender's book, which it was not told by any run.",
        description = "A CSV with account_id, month, report_date, account_status, repayment_status, five_class,"
                + " five_class_since and episode_started_on (may be empty); of accounts of which nothing counts as told."
                + " docs/pboc.md says more.")
final class BaselineCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BUREAU", description = "Such as pboc.")
    private String bureau = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "What it holds, a row an account.")
    private Path file = Path.of("");

    @Option(names = "--lender", required = true, paramLabel = "LENDER", description = "Whose book.")
    private String lender = "";

    @Option(
            names = "--mend",
            description =
                    "Its rows replace those that held.csv lists as 'baseline'; two people say so, with a --reason.")
    private boolean mends;

    @Mixin
    private final People.OfOption people = new People.OfOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Baselines.Mending mending = people.areAsked(mends, "--mend", "let a row take another's place")
                ? new Baselines.Mending(people.two(), people.reason())
                : null;
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            long loaded = application.baselines().load(bureau, lender, file, LocalDate.now(Clock.systemUTC()), mending);
            Console.out(spec)
                    .printf(Locale.ROOT, "%,d accounts that %s holds of %s are known%n", loaded, bureau, lender);
            return 0;
        }
    }
}
