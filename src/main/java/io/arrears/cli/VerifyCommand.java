package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.audit.FolderCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        header = "Checks published folders from their bytes alone.",
        description = {
            "Checks published folders from their bytes alone, without a database: every file against the manifest's length,",
            "SHA-256, record count and totals, no file too many, and the manifest of the run before. Exit 3: something differs."
        })
final class VerifyCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Published folders, such as out/LENDER/2026-11-20.")
    private List<Path> folders = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Console.out(spec);
        boolean differs = false;
        for (Path folder : folders) {
            FolderCheck check = FolderCheck.of(folder);
            out.println(folder + (check.differences().isEmpty() ? ": as its manifest says" : ": DIFFERS"));
            check.checked().forEach(line -> out.println("  ok     " + line));
            check.differences().forEach(line -> out.println("  DIFFER " + line));
            differs |= !check.differences().isEmpty();
        }
        return differs ? ExitCode.DIFFERENCE.code() : ExitCode.DONE.code();
    }
}
