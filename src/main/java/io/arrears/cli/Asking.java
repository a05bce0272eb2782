package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.Signatory;
import io.arrears.TwoPeople;
import io.arrears.batch.Application;
import io.arrears.ops.Requests;
import io.arrears.store.RequestStore.Request;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Does what two people say; of one it takes the request, which another confirms (S16). Each such command is an act. */
final class Asking {

    static final String BY = "--by";

    private Asking() {}

    /** By two names at once, or by one who asks. */
    static int run(@Nullable CommandSpec spec, List<String> names, Requests.Act act) throws IOException {
        if (names.size() != 1) {
            TwoPeople.of(names); // before a database is opened
        }
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            return run(application, spec, names, act);
        }
    }

    static int run(Application application, @Nullable CommandSpec spec, List<String> names, Requests.Act act)
            throws IOException {
        PrintWriter out = Console.out(spec);
        if (names.size() == 1) {
            List<String> command = command(Objects.requireNonNull(spec));
            Request request = application.requests().ask(command, new Signatory(names.get(0)), act);
            out.println("nothing is changed yet: request " + request.id() + " of " + request.by()
                    + " waits for another person, for three days: " + confirming(request));
        } else {
            act.act(application.desk(), TwoPeople.of(names), out::println);
        }
        return 0;
    }

    static int confirm(@Nullable CommandSpec spec, String id, Signatory by) {
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            application.requests().confirm(id, by, Asking::read).forEach(Console.out(spec)::println);
            return 0;
        }
    }

    /** A line for each request of a lender that can still be confirmed. */
    static void printOpen(Application application, String lender, PrintWriter out) {
        for (Request request : application.requests().open(lender, Asking::read)) {
            out.println("  asked by " + request.by() + " at " + request.askedAt() + ": bureau "
                    + Requests.words(request.command()) + "; another person confirms it: " + confirming(request));
        }
    }

    private static String confirming(Request request) {
        return "'arrears bureau --confirm " + request.id() + " --by NAME'";
    }

    private static Requests.Act read(Request request) {
        String[] words = Stream.concat(request.command().stream(), Stream.of(BY, request.by()))
                .toArray(String[]::new);
        try {
            ParseResult parsed =
                    new CommandLine(new BureauCommand()).setExpandAtFiles(false).parseArgs(words);
            return (Requests.Act) parsed.subcommand().commandSpec().userObject();
        } catch (ParameterException e) {
            throw new Refused(
                    ExitCode.USAGE, "request " + request.id() + " was made by another version of arrears; ask anew");
        }
    }

    /** The words of a command without its names; paths are whole, so that it can be confirmed from any folder. */
    private static List<String> command(CommandSpec spec) {
        ParseResult parsed = spec.commandLine().getParseResult();
        List<String> words = new ArrayList<>(List.of(spec.name()));
        for (ArgSpec positional : parsed.matchedPositionals()) {
            words.addAll(values(positional));
        }
        for (OptionSpec option : parsed.matchedOptions()) {
            if (option.arity().max() == 0) {
                words.add(option.longestName());
            } else if (!option.longestName().equals(BY)) {
                values(option).forEach(value -> words.addAll(option(option.longestName(), value)));
            }
        }
        return words;
    }

    /** What begins with a hyphen would be read as another option. */
    private static List<String> option(String name, String value) {
        return value.startsWith("-") ? List.of(name + "=" + value) : List.of(name, value);
    }

    private static List<String> values(ArgSpec arg) {
        boolean isPath = arg.type() == Path.class || arg.auxiliaryTypes()[0] == Path.class;
        return arg.originalStringValues().stream()
                .map(value ->
                        isPath ? Path.of(value).toAbsolutePath().normalize().toString() : value)
                .toList();
    }
}
