package io.arrears.cli;

import io.arrears.batch.Application;
import io.arrears.batch.Nights;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        header = "Runs one night of one lender and publishes it.",
        description = {
            "Runs one night of one lender: assesses its accounts at the end of a day, lists what is overdue, and publishes the",
            "folder ARREARS_HOME/out/LENDER/DATE by one rename. A night that is published already is left alone (exit 0)."
        })
final class RunCommand implements Callable<Integer> {

    @Option(names = "--lender", required = true, paramLabel = "LENDER", description = "A lender of jobs/lenders.")
    private String lender = "";

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            description = "The day assessed, taken at its end, such as 2026-11-20.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--cutoff",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "What the run may see: facts known by then, such as 2026-11-21T02:00:00Z. Default: now.")
    private @Nullable Instant cutoff;

    @Option(names = "--full", description = "Assess every account, whether or not anything of it changed.")
    private boolean full;

    @Option(
            names = "--replay",
            description = {
                "Tell a night again in out/LENDER/replay, changing nothing: with a published run's cutoff the bytes it gave,",
                "without a cutoff what is known of that night by now."
            })
    private boolean replay;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            Nights.Outcome night = replay
                    ? application.nights().replay(lender, asOf, cutoff)
                    : application.nights().run(lender, asOf, cutoff, full);
            PrintWriter out = Console.out(spec);
            if (night.wasThereAlready()) {
                out.println(night.run() + " is published already: " + night.folder());
            } else {
                Summary.print(night, out);
            }
            return 0;
        }
    }
}
