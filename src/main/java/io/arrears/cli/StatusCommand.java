package io.arrears.cli;

import io.arrears.batch.Application;
import io.arrears.batch.Nights;
import io.arrears.lender.StaleFeed;
import io.arrears.night.Settings;
import io.arrears.run.Run;
import io.arrears.run.Withdrawal;
import io.arrears.store.run.RunStore;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        header = "Shows the latest runs and what needs attention.",
        description =
                "Shows each lender's latest runs, how each ended, and what to do about those that did not end well; how"
                        + " many files for bureaus wait for somebody; what the newest worklist has and when it is called; and what one of two people asked for, with the command"
                        + " that confirms it.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final Lenders lenders = new Lenders();

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "How many runs of each lender. Default: ${DEFAULT-VALUE}.")
    private int count = 5;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = Environment.settings();
        try (Application application = Application.open(settings, Clock.systemUTC())) {
            PrintWriter out = Console.out(spec);
            out.println("database: " + settings.database().transport());
            RunStore runs = application.runs();
            List<String> meant = lenders.of(application);
            if (meant.isEmpty()) {
                out.println("no lender yet: 'arrears import DIR' loads a ledger, 'arrears demo' makes one up");
            }
            application
                    .imports()
                    .unfinished()
                    .ifPresent(id -> out.println("import " + id
                            + " is unfinished: 'arrears restart' completes it unless it is still at work"));
            for (String name : meant) {
                out.println(name);
                UnknownRejectsText.print(application, name, out);
                WaitingFilesText.print(application, name, out);
                Asking.printOpen(application, name, out);
                NewestWorklistText.print(settings.home(), name, Instant.now(), out);
                List<Run> latest = runs.ofLender(name);
                if (latest.isEmpty()) {
                    out.println("  no run yet: arrears run --lender " + name + " --as-of DATE");
                }
                latest.stream()
                        .limit(count)
                        .forEach(run -> print(
                                run,
                                application.nights(),
                                application.freshness().of(run),
                                out));
            }
            return 0;
        }
    }

    private static String withheld(Run run) {
        return run.withheld().isEmpty()
                ? ""
                : "  without the files for " + String.join(", ", new TreeSet<>(run.withheld()))
                        + ": they were kept back";
    }

    private static String skipped(Run run) {
        return run.skipped() == null ? "" : "  left out on purpose before it: " + run.skipped();
    }

    private static String withdrawn(Run run) {
        Withdrawal withdrawal = run.withdrawn();
        return withdrawal == null
                ? ""
                : "  withdrawn " + withdrawal.at() + " by " + withdrawal.byOne() + " and " + withdrawal.byTwo() + ": "
                        + withdrawal.reason() + (withdrawal.keepsTold() ? " (what was sent of it stays told)" : "");
    }

    private static void print(Run run, Nights nights, List<StaleFeed> stale, PrintWriter out) {
        String message = run.message();
        out.printf(
                Locale.ROOT,
                "  run %-5d %-13s %-10s cutoff %s%s%n",
                run.id(),
                run.folderName(),
                run.state(),
                run.cutoff(),
                run.state().isUnfinished()
                        ? "  unfinished: "
                                + nights.damage(run).orElse("'arrears restart' resumes it unless it is still at work")
                        : (message == null ? "" : "  " + message)
                                + withheld(run)
                                + skipped(run)
                                + withdrawn(run)
                                + (stale.isEmpty() ? "" : "  on stale data: " + StaleFeed.told(stale)));
    }
}
