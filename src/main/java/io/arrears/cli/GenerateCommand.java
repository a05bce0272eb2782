package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.Visible;
import io.arrears.sample.SampleLedger;
import io.arrears.sample.SampleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        header = "Makes up a ledger as CSV feeds.",
        description = {
            "Writes a made-up ledger as CSV feeds: two lenders of loans and one of lines of credit, several currencies and",
            "every awkward case of the rules, or with --instalments or --lines one plain lender 'bench' for measuring. The",
            "same seed gives the same bytes. Nobody is real."
        })
final class GenerateCommand implements Callable<Integer> {

    @Option(names = "--accounts", required = true, paramLabel = "N", description = "How many accounts.")
    private long accounts;

    @Option(names = "--seed", paramLabel = "S", description = "Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new or empty folder.")
    private Path folder = Path.of("");

    @Option(
            names = "--instalments",
            paramLabel = "N",
            description = "Give every account exactly so many monthly instalments, and nothing awkward.")
    private @Nullable Integer instalments;

    @Option(
            names = "--lines",
            description = "Give every account a line of credit with 12 bills and 40 entries, and nothing awkward.")
    private boolean lines;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (accounts < 1 || accounts > 999_999_999) {
            throw new Refused(ExitCode.USAGE, "--accounts: expected 1 to 999999999, found " + accounts);
        }
        if (instalments != null && (instalments < 1 || instalments > 360)) {
            throw new Refused(ExitCode.USAGE, "--instalments: expected 1 to 360, found " + instalments);
        }
        if (lines && instalments != null) {
            throw new Refused(ExitCode.USAGE, "--lines: not with --instalments, which is of loans; leave one out");
        }
        refuseUnlessEmpty(folder);
        SampleSpec sample = sample();
        SampleLedger.write(sample, folder);
        Console.out(spec)
                .printf(
                        Locale.ROOT,
                        "%,d accounts as of %s are in %s; 'arrears import %s' loads them%n",
                        accounts,
                        sample.asOf(),
                        Visible.of(folder.toString()),
                        Visible.of(folder.toString()));
        return 0;
    }

    private SampleSpec sample() {
        if (lines) {
            return SampleSpec.lines(accounts, seed);
        }
        return instalments == null ? SampleSpec.of(accounts, seed) : SampleSpec.uniform(accounts, instalments, seed);
    }

    /** Makes the folder. */
    private static void refuseUnlessEmpty(Path folder) {
        if (Files.isRegularFile(folder)) {
            throw new Refused(ExitCode.USAGE, "--out: " + folder + " is a file; name a new folder");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unusable(folder, "cannot be made");
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new Refused(ExitCode.USAGE, "--out: " + folder + " is not empty; name a new folder");
            }
        } catch (IOException e) {
            throw unusable(folder, "cannot be read");
        }
        if (!Files.isWritable(folder)) {
            throw unusable(folder, "may not be written in");
        }
    }

    private static Refused unusable(Path folder, String why) {
        return new Refused(ExitCode.USAGE, "--out: " + folder + " " + why + "; name a folder that this user may make");
    }
}
