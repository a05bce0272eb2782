package io.arrears.cli;

import io.arrears.Reason;
import io.arrears.TwoPeople;
import io.arrears.batch.Application;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "discard",
        mixinStandardHelpOptions = true,
        header = "Closes the open reject of a row that will never arrive, so that its account is no longer held.")
final class DiscardCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "REJECT",
            description = "IMPORT:FEED:LINE, such as 3:entries:17, or FEED:KEY, such as entries:E42.")
    private String reject = "";

    @Mixin
    private final People.Why why = new People.Why();

    @Mixin
    private final People.Two two = new People.Two();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Reason reason = why.reason();
        TwoPeople people = two.people();
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            int closed = application.imports().discard(reject, reason, people);
            Console.out(spec).println(closed + " open reject(s) of " + reject + " discarded");
            return 0;
        }
    }
}
