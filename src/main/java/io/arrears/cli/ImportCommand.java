package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.batch.Application;
import io.arrears.delivery.ImportRequest;
import io.arrears.feed.Feed;
import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.night.Settings;
import io.arrears.store.imports.ImportOutcome;
import io.arrears.store.imports.ImportStore.Counts;
import io.arrears.store.imports.ViewsRequest;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        subcommands = DiscardCommand.class,
        header = "Loads a delivery of CSV feeds into the ledger.",
        description = {
            "",
            "DIR holds borrowers.csv, accounts.csv, instalments.csv, entries.csv and so on, any of them. Everything is",
            "validated first; a bad row goes to ARREARS_HOME/imports/ID/rejected.csv with file, line, column, masked value",
            "and reason, and its account is held until the row arrives or is discarded. Importing the same files again",
            "changes nothing. Exit 4: a file cannot be read, a control differs, or too much was rejected; nothing was loaded.",
            ""
        })
final class ImportCommand implements Callable<Integer> {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int DIGITS_OF_A_HUNDRED = 3;
    private static final int MOST_DECIMALS = 4;

    /** One of the two. */
    static final class Source {
        @Parameters(paramLabel = "DIR", description = "The folder with the delivery's CSV files.")
        private @Nullable Path folder;

        @Option(
                names = "--from-views",
                paramLabel = "SCHEMA",
                description = "Pull from a core system's views of these names instead; sql/views shows how.")
        private @Nullable String schema;
    }

    @ArgGroup(exclusive = true)
    private @Nullable Source source;

    @Option(
            names = "--max-rejects",
            paramLabel = "PERCENT",
            description = "Refuse the delivery when more of its rows are rejected. Default: the lenders' max-rejects.")
    private @Nullable BigDecimal maxRejects;

    @Option(
            names = "--full",
            description = "With --from-views: compare every row, whatever its changed_at says, and load what differs.")
    private boolean full;

    @Option(
            names = "--empty",
            split = ",",
            paramLabel = "FEED",
            description = "With --from-views: this feed's view may have no rows, as control.csv would say of a file.")
    private List<String> empty = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = Environment.settings();
        try (Application application = Application.open(settings, Clock.systemUTC())) {
            ImportOutcome outcome = run(application, settings);
            PrintWriter out = Console.out(spec);
            print(outcome, out);
            application.lenders().all().forEach(lender -> UnknownRejectsText.print(application, lender, out));
            return outcome.exitCode().code();
        }
    }

    private ImportOutcome run(Application application, Settings settings) {
        if ((full || !empty.isEmpty()) && (source == null || source.schema == null)) {
            throw new Refused(ExitCode.USAGE, "--full and --empty go with --from-views; a folder is always read whole");
        }
        if (source != null && source.folder != null) {
            return application.imports().run(request(settings, source.folder, maxRejects));
        } else if (source != null && source.schema != null) {
            ImportRequest asked = request(settings, Path.of(""), maxRejects);
            return application
                    .imports()
                    .fromViews(new ViewsRequest(
                            source.schema, full, feeds(empty), asked.maxRejectsPercent(), asked.user()));
        }
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "name the folder to import, or --from-views SCHEMA");
    }

    /** What the lenders' policies ask of a delivery: the strictest of all lender files, since it may be of any of them. */
    static ImportRequest request(Settings settings, Path folder, @Nullable BigDecimal maxRejects) {
        List<Lender> lenders = LenderFile.names(settings.jobs()).stream()
                .map(name -> LenderFile.load(settings.jobs(), name))
                .toList();
        BigDecimal strictest = lenders.stream()
                .map(Lender::maxRejects)
                .min(BigDecimal::compareTo)
                .orElse(ImportRequest.MAX_REJECTS_PERCENT);
        Set<Feed> required = EnumSet.noneOf(Feed.class);
        for (Lender lender : lenders) {
            lender.requiredFeeds().forEach(feed -> Feed.ofTable(feed).ifPresent(required::add));
        }
        return new ImportRequest(
                folder,
                maxRejects == null ? strictest : percentage(maxRejects),
                lenders.stream().anyMatch(Lender::controlsRequired),
                required,
                System.getProperty("user.name", "unknown"));
    }

    private static Set<Feed> feeds(List<String> names) {
        Set<Feed> feeds = EnumSet.noneOf(Feed.class);
        for (String name : names) {
            feeds.add(Feed.ofTable(name)
                    .orElseThrow(
                            () -> new Refused(ExitCode.USAGE, "--empty: expected feeds such as disputes,notices")));
        }
        return feeds;
    }

    /** Its exponent may ask for a number of a billion digits, so it is looked at before it is reckoned with or written out. */
    private static BigDecimal percentage(BigDecimal given) {
        boolean isShort =
                given.scale() <= MOST_DECIMALS && given.precision() - (long) given.scale() <= DIGITS_OF_A_HUNDRED;
        if (given.signum() < 0 || !isShort || given.compareTo(HUNDRED) > 0) {
            throw new Refused(
                    ExitCode.USAGE,
                    "--max-rejects: expected a percentage from 0 to 100 with at most " + MOST_DECIMALS
                            + " decimals, such as 0.5");
        }
        return given;
    }

    static void print(ImportOutcome outcome, PrintWriter out) {
        out.println("import " + outcome.importId() + ": "
                + outcome.state().name().toLowerCase(Locale.ROOT)
                + (outcome.message().isEmpty() ? "" : ", " + outcome.message()));
        outcome.feeds()
                .forEach((feed, counts) -> out.printf(
                        Locale.ROOT,
                        "  %-18s %,11d rows  %,11d new  %,9d corrected  %,9d rejected%n",
                        feed.table(),
                        counts.rows(),
                        counts.loaded(),
                        counts.corrected(),
                        counts.rejected()));
        long setAside =
                outcome.feeds().values().stream().mapToLong(Counts::setAside).sum();
        if (setAside > 0) {
            out.println("  set aside: " + setAside + " credits or charges of zero, which move nothing (D21): "
                    + outcome.rejectedCsv().resolveSibling("set_aside.csv"));
        }
        if (outcome.feeds().values().stream().anyMatch(counts -> counts.rejected() > 0)) {
            out.println("  rejected rows and why: " + outcome.rejectedCsv());
        }
    }
}
