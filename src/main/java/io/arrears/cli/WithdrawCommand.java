package io.arrears.cli;

import io.arrears.batch.Application;
import io.arrears.night.Withdrawals;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        header = "Takes back a lender's newest published night.",
        description = {
            "Takes back a lender's newest published night: its folder is kept in out/LENDER/withdrawn, its standings and files",
            "count for nothing, and its day is free to be run again. Two people say so. No file of it may have gone out; what a",
            "bureau was sent, the next night mends."
        })
final class WithdrawCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "The run's number, as 'arrears status' shows it.")
    private long run;

    @Mixin
    private final People.Two two = new People.Two();

    @Mixin
    private final People.Why why = new People.Why();

    @Option(
            names = "--keep-told",
            description = {
                "Withdraw the night of a wrong clock though files of it were sent: what was sent stays told, and no night is",
                "missed for leaving its day out."
            })
    private boolean keepsTold;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Withdrawals.Request request = new Withdrawals.Request(two.people(), why.reason(), keepsTold);
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            print(application.withdrawals().withdraw(run, request), Console.out(spec));
            return 0;
        }
    }

    static void print(Withdrawals.Withdrawn withdrawn, PrintWriter out) {
        out.println(withdrawn.run() + " is withdrawn; its folder is kept: " + withdrawn.folder());
        out.println("  the next night looks at every account, and tells each bureau whatever is due to it then");
    }
}
