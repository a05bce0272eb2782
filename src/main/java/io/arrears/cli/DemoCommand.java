package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.batch.Application;
import io.arrears.batch.ImportOutcome;
import io.arrears.batch.Nights;
import io.arrears.batch.Settings;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.sample.SampleLedger;
import io.arrears.sample.SampleLender;
import io.arrears.sample.SampleSpec;
import io.arrears.store.DatabaseSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header = "Makes up a ledger, imports it and runs a night, all under ARREARS_HOME/demo.",
        description =
                "It uses an embedded database of its own, whatever ARREARS_DB_URL says, and starts afresh each time.")
final class DemoCommand implements Callable<Integer> {

    private static final long ACCOUNTS = 4000;
    private static final long SEED = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Console.out(spec);
        Settings environment = Environment.settings();
        Path root = environment.home().root().resolve("demo");
        new WorkFolder(root).delete();
        Home home = new Home(root);
        Settings settings = new Settings(home, environment.jobs(), DatabaseSettings.embedded(home.database()));
        SampleSpec sample = SampleSpec.of(ACCOUNTS, SEED);
        Path ledger = Home.folder(root.resolve("ledger"));
        SampleLedger.write(sample, ledger);
        out.printf(Locale.ROOT, "made up %,d accounts of two lenders: %s%n%n", ACCOUNTS, ledger);
        try (Application application = Application.open(settings, Clock.systemUTC())) {
            ImportOutcome imported = application.imports().run(ImportCommand.request(settings, ledger, null));
            ImportCommand.print(imported, out);
            if (imported.exitCode() != ExitCode.DONE) {
                return imported.exitCode().code();
            }
            for (SampleLender lender : sample.lenders()) {
                out.println();
                Nights.Outcome night = application.nights().run(lender.name(), sample.asOf(), null, false);
                Summary.print(night, out);
            }
        }
        out.println();
        out.println("What to try next:");
        out.println("  less "
                + home.out("harbour").resolve(sample.asOf().toString()).resolve("delinquency.csv"));
        out.println("  ./arrears verify " + home.out("harbour"));
        out.println("  ARREARS_HOME=" + root + " ./arrears audit show --lender harbour");
        out.println("  ARREARS_HOME=" + root + " ./arrears run --lender harbour --as-of "
                + sample.asOf().plusDays(2) + "   # tells how October ended");
        out.println("  ARREARS_HOME=" + root + " ./arrears bureau status pboc");
        out.println("  ARREARS_HOME=" + root + " ./arrears explain H000001674 --as-of " + sample.asOf());
        out.println("  ARREARS_HOME=" + root + " ./arrears status");
        return 0;
    }
}
