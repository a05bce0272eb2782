package io.arrears.cli;

import io.arrears.batch.Application;
import io.arrears.ops.AccountLadders.OnLadder;
import io.arrears.ops.Explanations.Explained;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        header =
                "Explains one account's figures on one day: what is owed, where each payment went, which rule says so.",
        description = {
            "Of a lender with a ladder it also says at which stage the account stands, since when and why, what comes next,",
            "and who is contacted in which hours or is withheld, by which rule and until when."
        })
final class ExplainCommand implements Callable<Integer> {

    private enum Format {
        TEXT,
        JSON
    }

    @Parameters(paramLabel = "ACCOUNT", description = "The account's id.")
    private String account = "";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "The day, taken at its end. Default: that of the lender's last published night, as it knew it.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--cutoff",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "Only facts known by then; a published run's cutoff also takes its policy. Default: now.")
    private @Nullable Instant cutoff;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
    private Format format = Format.TEXT;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            Explained explained = application.explanations().explain(account, asOf, cutoff);
            OnLadder ladder = application.ladders().of(explained).orElse(null);
            switch (format) {
                case TEXT -> ExplainText.print(explained, ladder, Console.out(spec));
                case JSON -> Console.out(spec).println(ExplainJson.of(explained, ladder));
            }
            return 0;
        }
    }
}
