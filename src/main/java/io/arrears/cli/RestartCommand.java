package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.batch.Application;
import io.arrears.batch.Nights;
import io.arrears.night.Withdrawals;
import io.arrears.store.imports.ImportOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        header = "Resumes what was cut off.",
        description = {
            "Resumes what was cut off, each run from its last committed chunk. What it publishes is byte for byte what an",
            "uninterrupted run would have published. An import or a withdrawal that was cut off is resumed too. Refuses (exit 75) while the",
            "process that started a run or an import is alive."
        })
final class RestartCommand implements Callable<Integer> {

    @Mixin
    private final Lenders lenders = new Lenders();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            PrintWriter out = Console.out(spec);
            String lender = lenders.only(application);
            List<Withdrawals.Withdrawn> withdrawn = application.withdrawals().resume(lender);
            List<Nights.Outcome> nights = application.nights().restart(lender);
            Optional<ImportOutcome> imported = application.imports().resume();
            if (withdrawn.isEmpty() && nights.isEmpty() && imported.isEmpty()) {
                out.println("nothing to restart: no run and no import is unfinished");
            }
            withdrawn.forEach(night -> WithdrawCommand.print(night, out));
            nights.forEach(night -> Summary.print(night, out));
            imported.ifPresent(outcome -> ImportCommand.print(outcome, out));
            ExitCode ended = nights.stream()
                    .map(Nights.Outcome::exitCode)
                    .max(Comparator.naturalOrder())
                    .orElse(ExitCode.DONE);
            return imported.map(ImportOutcome::exitCode)
                    .filter(code -> code != ExitCode.DONE)
                    .orElse(ended)
                    .code();
        }
    }
}
