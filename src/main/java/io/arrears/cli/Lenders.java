package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.batch.Application;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which lenders a command means: one that something was done for, or all. */
final class Lenders {

    @Option(names = "--lender", paramLabel = "LENDER", description = "Only this lender. Default: all.")
    private @Nullable String lender;

    /**
     * Their names, in order.
     *
     * @throws Refused (2) where nothing was ever done for the one that is named: a misspelt one must not look healthy
     */
    List<String> of(Application application) {
        List<String> all = application.lenders().all();
        if (lender == null) {
            return all;
        }
        if (!all.contains(lender)) {
            throw new Refused(ExitCode.USAGE, "nothing was ever done for a lender " + lender);
        }
        return List.of(lender);
    }

    /** The one that is named; null means all. */
    @Nullable
    String only(Application application) {
        of(application);
        return lender;
    }
}
