package io.arrears.cli;

import io.arrears.Reason;
import io.arrears.batch.Application;
import io.arrears.run.Run;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "abandon",
        mixinStandardHelpOptions = true,
        header = "Gives up an unfinished run.",
        description =
                "Gives up an unfinished run for good: everything it wrote is deleted, and its night can be run anew. One that was"
                        + " being published only where what it signed is lost and nothing of it is in out/.")
final class AbandonCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "The run's number, as 'arrears status' shows it.")
    private long run;

    @Mixin
    private final People.Why why = new People.Why();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Reason reason = why.reason();
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            Run abandoned = application.nights().abandon(run, reason.text());
            Console.out(spec)
                    .println(abandoned + " is abandoned"
                            + (abandoned.state() == Run.State.PUBLISHING
                                    ? "; what it signed is lost, and nothing of it was published here"
                                    : ""));
            return 0;
        }
    }
}
