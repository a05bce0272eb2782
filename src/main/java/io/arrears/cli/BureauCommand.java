package io.arrears.cli;

import io.arrears.Signatory;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "bureau",
        mixinStandardHelpOptions = true,
        header = "Says what became of the files for bureaus: released, sent, answered.",
        description = {
            "A run prepares files; two people release them, somebody sends them, the bureau answers. Only what was sent counts",
            "as told, and an account whose record is prepared and not sent waits. docs/submissions.md has the life of a record.",
            "What two people say may be asked by one, who gives one --by, and confirmed by another: bureau --confirm ID --by NAME."
        },
        subcommands = {
            FileCommands.Release.class,
            FileCommands.Sent.class,
            FileCommands.MakeVoid.class,
            AnswerCommand.class,
            RecordCommands.Retell.class,
            RecordCommands.GiveUp.class,
            BaselineCommand.class,
            BureauStatusCommand.class
        })
final class BureauCommand implements Callable<Integer> {

    @Option(names = "--confirm", paramLabel = "ID", description = "Confirms what another person asked for.")
    private @Nullable String request;

    @Option(names = Asking.BY, paramLabel = "NAME", description = "Who confirms it.")
    private @Nullable String by;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (request != null && by != null) {
            return Asking.confirm(spec, request, new Signatory(by));
        }
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "name what became of a file, or --confirm ID --by NAME; 'arrears bureau --help' lists it");
    }
}
