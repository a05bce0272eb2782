package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.Signatory;
import io.arrears.batch.Application;
import io.arrears.night.Settings;
import io.arrears.ops.WorklistExport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        header = "Writes the newest list with names and phones, for one reason, by somebody's name.",
        description = {
            "The night's lists have ids alone, and a dialling system joins by them. One that cannot is given this file: the lines",
            "of the newest list that still hold, with the name and the phone as known now. Its owner alone may read it (0600),",
            "and the audit trail has the reason, who, how many lines and the file's digest. Delete it when the day is over."
        })
final class WorklistExportCommand implements Callable<Integer> {

    @Option(names = "--lender", required = true, paramLabel = "LENDER", description = "Whose list.")
    private String lender = "";

    @Option(names = "--with-contacts", description = "Names and phones, too; without it nothing is written.")
    private boolean withContacts;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept for ever, in at most 500 characters.")
    private @Nullable String reason;

    @Option(names = "--by", paramLabel = "NAME", description = "Who asks for it.")
    private @Nullable String by;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where it goes; a new file. Default: exports/LENDER-NIGHT.csv in ARREARS_HOME.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Settings settings = Environment.settings();
        if (!lender.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new Refused(ExitCode.USAGE, "--lender: expected a lender such as harbour");
        }
        if (!withContacts) {
            throw new Refused(
                    ExitCode.USAGE,
                    "without names and phones the list lies in " + WorklistExport.newest(settings.home(), lender)
                            + "; with --with-contacts, --reason and --by it is written with them");
        }
        if (reason == null || by == null) {
            throw new Refused(ExitCode.USAGE, "--with-contacts needs --reason and --by; both are kept for ever");
        }
        Reason why = new Reason(reason);
        Signatory who = new Signatory(by);
        Path target = out == null ? WorklistExport.place(settings.home(), lender) : out;
        try (Application application = Application.open(settings, Clock.systemUTC())) {
            WorklistExport.Exported exported = application.worklistExport().export(lender, target, why, who);
            Console.out(spec)
                    .println(exported.lines() + " line(s) of " + exported.night() + " with names and phones: "
                            + exported.file() + "; " + exported.leftOut()
                            + " left out, since something withholds them by now or their day is over");
            return 0;
        }
    }
}
