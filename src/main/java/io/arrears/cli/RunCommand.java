package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.batch.Application;
import io.arrears.batch.Nights;
import io.arrears.reconcile.Acceptance;
import io.arrears.reconcile.Identity;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
            "folder ARREARS_HOME/out/LENDER/DATE by one rename. A night that is published already is left alone (exit 0). Where",
            "the figures of one bureau differ its files alone are kept back, and the night goes out without them (exit 3)."
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

    @Option(
            names = "--sequence",
            description = {
                "Submit a night that is published already a second time, as DATE.2: what became known since is told, and what",
                "was kept back from a bureau."
            })
    private boolean sequence;

    @Option(
            names = "--skip-missed",
            description = {
                "Leave out, for good, the days since the last night that have none, though the lender's calendar says they are",
                "due ('nights' in its file); the manifest and the report show it for ever."
            })
    private boolean skipMissed;

    @Option(
            names = "--accept",
            paramLabel = "IDENTITY",
            description = {
                "Let the night go out though this identity, such as R3, differs; BRAKE: though more accounts became overdue than",
                "the policy's brake lets. Two people say so (--by twice) and why (--reason); the manifest and the report show it",
                "for ever. Of what does not differ nothing is written."
            })
    private Set<Identity> accepted = EnumSet.noneOf(Identity.class);

    @Option(
            names = "--by",
            arity = "1",
            paramLabel = "NAME",
            description = "Who accepts; given twice, with the names of two different people.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is accepted.")
    private String reason = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Acceptance acceptance = acceptance();
        if (replay && (sequence || skipMissed)) {
            throw new Refused(
                    ExitCode.USAGE,
                    "a replay changes nothing and is told to nobody, so it goes with neither --sequence nor --skip-missed");
        }
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            Nights.Outcome night = replay
                    ? application.nights().replay(lender, asOf, cutoff)
                    : application
                            .nights()
                            .run(lender, asOf, new Nights.Options(cutoff, full, sequence, acceptance, skipMissed));
            PrintWriter out = Console.out(spec);
            if (night.wasThereAlready()) {
                out.println(night.run() + " is published already: " + night.folder());
                Summary.printWithheld(night, out);
                Summary.printUnknown(night, out);
            } else {
                Summary.print(night, out);
            }
            Summary.printAccepted(night, accepted, out);
            return night.exitCode().code();
        }
    }

    private @Nullable Acceptance acceptance() {
        if (accepted.isEmpty() && names.isEmpty() && reason.isBlank()) {
            return null;
        }
        if (accepted.isEmpty()) {
            throw new Refused(
                    ExitCode.USAGE,
                    "two people accept a difference and say why: --accept IDENTITY --by ONE --by OTHER --reason TEXT");
        }
        TwoPeople people = TwoPeople.of(names);
        if (replay) {
            throw new Refused(
                    ExitCode.USAGE, "a replay tells a night again, with what was accepted then; drop --accept");
        }
        return Acceptance.of(accepted, people, new Reason(reason));
    }
}
