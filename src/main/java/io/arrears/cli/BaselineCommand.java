package io.arrears.cli;

import io.arrears.TwoPeople;
import io.arrears.batch.Application;
import io.arrears.ops.Baselines;
import io.arrears.ops.Desk;
import io.arrears.ops.Requests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
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
        name = "baseline",
        mixinStandardHelpOptions = true,
        header = "Loads what a bureau already holds of a lender's book, which it was not told by any run.",
        description = "A CSV with account_id, month, report_date, account_status, repayment_status, five_class,"
                + " five_class_since, episode_started_on (may be empty), and account_type where it is not D1; of accounts of which nothing counts as told."
                + " docs/pboc.md says more.")
final class BaselineCommand implements Callable<Integer>, Requests.Act {

    @Mixin
    private final BureauFiles.OfBureau of = new BureauFiles.OfBureau();

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
        if (people.areAsked(mends, "--mend", "let a row take another's place")) {
            people.reason();
            return Asking.run(spec, people.names(), this);
        }
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            load(application.baselines(), null, Console.out(spec)::println);
            return 0;
        }
    }

    @Override
    public void act(Desk desk, TwoPeople two, Consumer<String> out) throws IOException {
        load(desk.baselines(), new Baselines.Mending(two, people.reason()), out);
    }

    @Override
    public List<Requests.Subject> subjects(Desk desk) throws IOException {
        return List.of(desk.baselines().subject(of.bureau(), lender, file));
    }

    private void load(Baselines baselines, Baselines.@Nullable Mending mending, Consumer<String> out)
            throws IOException {
        long loaded = baselines.load(of.bureau(), lender, file, LocalDate.now(Clock.systemUTC()), mending);
        out.accept(
                String.format(Locale.ROOT, "%,d accounts that %s holds of %s are known", loaded, of.bureau(), lender));
    }
}
