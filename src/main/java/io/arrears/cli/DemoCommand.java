package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.Signatory;
import io.arrears.TwoPeople;
import io.arrears.batch.Application;
import io.arrears.batch.Nights;
import io.arrears.feed.RowParser;
import io.arrears.furnish.Reported;
import io.arrears.night.Settings;
import io.arrears.ops.FileRef;
import io.arrears.ops.Submissions;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.sample.SampleLedger;
import io.arrears.sample.SampleLender;
import io.arrears.sample.SampleSpec;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.imports.ImportOutcome;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header = "Makes up a ledger, imports it and runs a night, all under ARREARS_HOME/demo.",
        description =
                "It uses an embedded database of its own, whatever ARREARS_DB_URL says, and starts afresh each time.")
final class DemoCommand implements Callable<Integer> {

    private static final long ACCOUNTS = 4100;
    private static final long SEED = 1;

    /** The ledger is delivered before the first night, and what it tells of the last one would be rejected as mistyped. */
    private static final int MOST_NIGHTS = RowParser.HALF_A_YEAR;

    @Option(
            names = "--nights",
            paramLabel = "N",
            description = {
                "Run the N nights up to the ledger's day, each with what was known two hours after it, and send what was made",
                "for bureaus; 183 at most. Default: ${DEFAULT-VALUE}, the ledger's day with all that is known."
            })
    private int nights = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (nights < 1 || nights > MOST_NIGHTS) {
            throw new Refused(ExitCode.USAGE, "--nights: expected 1 to " + MOST_NIGHTS + ", found " + nights);
        }
        PrintWriter out = Console.out(spec);
        Settings environment = Environment.settings();
        Path root = environment.home().root().resolve("demo");
        Home home = new Home(root);
        home.begin("");
        new WorkFolder(root).delete();
        Settings settings = new Settings(home, environment.jobs(), DatabaseSettings.embedded(home.database()));
        SampleSpec sample = SampleSpec.of(ACCOUNTS, SEED);
        Path ledger = Home.folder(root.resolve("ledger"));
        SampleLedger.write(sample, ledger);
        out.printf(Locale.ROOT, "made up %,d accounts of three lenders: %s%n%n", ACCOUNTS, ledger);
        DemoClock clock = new DemoClock();
        // Who is contacted hangs on the hour at which a night is run; and one in the future of this machine's clock
        // would be refused.
        clock.standAt(after(nights > 1 ? sample.asOf().minusDays(nights) : sample.asOf()));
        try (Application application = Application.open(settings, clock)) {
            ImportOutcome imported = application.imports().run(ImportCommand.request(settings, ledger, null));
            ImportCommand.print(imported, out);
            if (imported.exitCode() != ExitCode.DONE) {
                return imported.exitCode().code();
            }
            for (SampleLender lender : sample.lenders()) {
                out.println();
                Nights.Outcome night = run(application, clock, lender.name(), sample.asOf());
                Summary.print(night, out);
                WorklistCounts.print(night.folder(), out);
            }
        }
        out.println();
        if (nights > 1) {
            out.println(
                    "The ledger was delivered once, before the first night: so every later one says that its data are stale.");
        }
        out.println("What to try next:");
        out.println("  less "
                + home.out("harbour").resolve(sample.asOf().toString()).resolve("delinquency.csv"));
        out.println("  open " + home.out("harbour").resolve("index.html") + "   # every night's report in a browser");
        out.println("  ./arrears verify " + home.out("harbour"));
        out.println("  ARREARS_HOME=" + root + " ./arrears audit show --lender harbour");
        out.println("  ARREARS_HOME=" + root + " ./arrears run --lender harbour --as-of "
                + sample.asOf().plusDays(2) + "   # the next night");
        out.println("  ARREARS_HOME=" + root + " ./arrears bureau status pboc");
        out.println("  ARREARS_HOME=" + root + " ./arrears explain H000001674 --as-of " + sample.asOf());
        out.println("  ARREARS_HOME=" + root + " ./arrears explain O000004005 --as-of " + sample.asOf()
                + "   # a line of credit that was not paid");
        out.println("  ARREARS_HOME=" + root
                + " ./arrears worklist check H000001674 --lender harbour --party HB000001674" + " --channel CALL --at "
                + sample.asOf().plusDays(1) + "T10:00:00+08:00   # may he be called?");
        out.println("  ARREARS_HOME=" + root + " ./arrears status");
        return 0;
    }

    /** Runs a lender's nights; returns the last. */
    private Nights.Outcome run(Application application, DemoClock clock, String lender, LocalDate last) {
        for (LocalDate asOf = last.minusDays(nights - 1L); asOf.isBefore(last); asOf = asOf.plusDays(1)) {
            clock.standAt(after(asOf));
            application.nights().run(lender, asOf, null, false);
            send(application.submissions());
        }
        if (nights > 1) {
            clock.standAt(after(last));
        }
        return application.nights().run(lender, last, null, false);
    }

    private static void send(Submissions submissions) {
        for (SubmissionStore.Filed filed : submissions.all("pboc")) {
            FileRef file = FileRef.of("pboc", filed.submission().name());
            if (filed.state() == Reported.State.PREPARED) {
                submissions.release(file, TwoPeople.of(List.of("demo", "demonstrator")));
                submissions.sent(file, new Signatory("demo"));
            }
        }
    }

    private static Instant after(LocalDate asOf) {
        return asOf.plusDays(1).atTime(2, 0).toInstant(ZoneOffset.UTC);
    }
}
