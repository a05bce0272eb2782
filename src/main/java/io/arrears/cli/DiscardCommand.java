package io.arrears.cli;

import io.arrears.batch.Application;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it will never arrive.")
    private String reason = "";

    @Option(
            names = "--by",
            required = true,
            arity = "1",
            paramLabel = "NAME",
            description = "Who says so; given twice, with two different names.")
    private String[] names = {};

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        String first = names.length > 0 ? names[0] : "";
        String second = names.length > 1 ? names[1] : "";
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            int closed = application.imports().discard(reject, reason, first, second);
            Console.out(spec).println(closed + " open reject(s) of " + reject + " discarded");
            return 0;
        }
    }
}
