package io.arrears.cli;

import io.arrears.batch.Application;
import io.arrears.ops.EvidencePacks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        header = "Packs what a court, a mediator or a dispute desk asks for of one account into one signed zip.",
        description = {
            "A page that prints, and the same as CSV files: figures, schedule, entries, agreements, notices, disputes, attempts",
            "to contact (of contact persons day, channel and outcome alone), what each bureau was told and answered, references",
            "to documents, and the audit events about the account. 'arrears verify FILE.zip --key audit.pub' proves it. It names",
            "the borrower and nobody else. Making one is an audit event. The same account, day and cutoff give the same bytes."
        })
final class EvidenceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ACCOUNT", description = "The account's id.")
    private String account = "";

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "The day, taken at its end.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--cutoff",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "Only what was known by then; a published run's cutoff also takes its policy. Default: now.")
    private @Nullable Instant cutoff;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.zip",
            description = "Where it is written, readable by its owner alone; never over a file that is there.")
    private Path out = Path.of("");

    @Option(names = "--reason", paramLabel = "TEXT", description = "Who asked for it and why, for the audit trail.")
    private @Nullable String reason;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            EvidencePacks.Made made =
                    application.evidence().make(new EvidencePacks.Request(account, asOf, cutoff, out, reason));
            PrintWriter page = Console.out(spec);
            page.println(made.file() + ": " + made.files() + " files, sha256 " + made.sha256());
            page.println("  known by " + made.cutoff() + ", which --cutoff makes the same again");
            page.println("  'arrears verify " + made.file() + " --key audit.pub' proves it");
            return 0;
        }
    }
}
