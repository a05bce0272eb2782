package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.Visible;
import io.arrears.night.Engine;
import io.arrears.store.jdbc.Denied;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program: its commands, and what each way of ending means. */
@Command(
        name = "arrears",
        mixinStandardHelpOptions = true,
        versionProvider = Arrears.Version.class,
        subcommands = {
            DemoCommand.class,
            GenerateCommand.class,
            ImportCommand.class,
            FeedsCommand.class,
            EraseCommand.class,
            RunCommand.class,
            ExplainCommand.class,
            EvidenceCommand.class,
            StatusCommand.class,
            RestartCommand.class,
            AbandonCommand.class,
            WithdrawCommand.class,
            WorklistCommand.class,
            ReviewCommand.class,
            BureauCommand.class,
            VerifyCommand.class,
            AuditCommand.class
        },
        description = "Tells every night, for every account of a lender's ledger, what is overdue and for how long.",
        footerHeading = "%nSettings (environment):%n",
        footer = {
            "  ARREARS_HOME    where everything is kept (default ./arrears-data)",
            "  ARREARS_DB_URL  jdbc:mysql://… (MySQL 8.4 or newer); without it an embedded",
            "                  database under ARREARS_HOME",
            "  ARREARS_DB_USER, ARREARS_DB_PASSWORD or ARREARS_DB_PASSWORD_FILE (which only",
            "                  its owner may read)",
            "  ARREARS_DB_TLS  verify (default unless MySQL is on this host), encrypt or off",
            "  ARREARS_DB_CA   the certificate of who signed the server's, a PEM file;",
            "                  without it those that Java trusts",
            "  ARREARS_JOBS    the folder with lenders/, bureaus/ and calendars/ (default",
            "                  jobs/ beside this program)",
            "",
            "Exit codes: 0 done and published, or nothing to do; 1 failed, 'arrears restart' resumes it; 2 wrong usage,",
            "configuration or policy; 3 verification or reconciliation found a difference, and nothing, or nothing for one",
            "bureau, was published; 4 more was rejected than the policy allows; 75 another run of this lender holds the lock."
        })
public final class Arrears implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"arrears " + Engine.PROGRAM_VERSION + " (rules " + Engine.VERSION + ")"};
        }
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command; the exit code of the design's table. */
    static int run(String... args) {
        return commandLine().execute(args);
    }

    /** All commands, and what a typed value is read as. */
    static CommandLine commandLine() {
        return Paragraphs.flowing(new CommandLine(new Arrears()))
                .setOut(new java.io.PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new java.io.PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .registerConverter(LocalDate.class, Words::date)
                .registerConverter(BigDecimal.class, Words::number)
                .registerConverter(long.class, Words::whole)
                .registerConverter(Long.class, Words::whole)
                .registerConverter(int.class, Words::count)
                .registerConverter(Integer.class, Words::count)
                .registerConverter(Path.class, Words::path)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Arrears::runLast)
                .setParameterExceptionHandler((wrong, typed) -> mistyped(wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> told(failure, command));
    }

    /** The last command of the line; what was typed before its name would be lost on it. */
    private static int runLast(ParseResult parsed) {
        for (ParseResult outer = parsed; outer.hasSubcommand(); outer = outer.subcommand()) {
            requireNothingTyped(outer, outer.subcommand().commandSpec().name());
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static void requireNothingTyped(ParseResult outer, String name) {
        for (ArgSpec typed : outer.matchedArgs()) {
            boolean asksForHelp = typed instanceof OptionSpec option && (option.usageHelp() || option.versionHelp());
            if (!asksForHelp) {
                String what = typed instanceof OptionSpec option ? option.longestName() : typed.paramLabel();
                throw new ParameterException(
                        outer.commandSpec().commandLine(),
                        what + " stands before '" + name + "', which does not see it; type '" + name + "' first");
            }
        }
    }

    /** One line, since at night the last line is what is read; the options stand in the help that it names. */
    private static int mistyped(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr()
                .println("arrears: " + Visible.of(String.valueOf(wrong.getMessage())) + "; '" + name
                        + " --help' tells how it is typed");
        return ExitCode.USAGE.code();
    }

    /** A refusal is a message, and so is trouble with grants or files; anything else is a fault of ours, told in a line, its trace in the log. */
    private static int told(Exception failure, CommandLine command) {
        Optional<Refused> told = failure instanceof Refused refused ? Optional.of(refused) : Denied.orLost(failure);
        if (told.isPresent()) {
            ExitCode code = told.get().exitCode();
            String message = told.get().getMessage();
            // differences are told in lines of ours; all else is one line, whatever was typed or delivered
            command.getErr().println("arrears: " + (code == ExitCode.DIFFERENCE ? message : Visible.of(message)));
            return code.code();
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            command.getErr()
                    .println("arrears: " + command.getCommandName() + " failed: " + Visible.of(Words.trouble(failure)));
            return ExitCode.FAILED.code();
        }
        LoggerFactory.getLogger(Arrears.class).error("{} failed", command.getCommandName(), failure);
        command.getErr()
                .println("arrears: " + command.getCommandName() + " failed by a fault of the program: "
                        + failure.getClass().getSimpleName() + "; its log tells where");
        return ExitCode.FAILED.code();
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "name a command; 'arrears --help' lists them");
    }
}
