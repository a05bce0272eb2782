package io.arrears.cli;

import io.arrears.ops.FileRef;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which bureau, and which of its files, a command speaks of; the commands mix in what they need. */
final class BureauFiles {

    private BureauFiles() {}

    /** {@code BUREAU}. */
    static final class OfBureau {

        @Parameters(index = "0", paramLabel = "BUREAU", description = "Such as pboc.")
        private String bureau = "";

        String bureau() {
            return bureau;
        }
    }

    /** {@code --environment ENVIRONMENT}; none where a name stands for itself (S17). */
    static final class InEnvironment {

        @Option(
                names = "--environment",
                paramLabel = "ENVIRONMENT",
                description = "production or test, where two files have the name.")
        private @Nullable String environment;

        @Nullable
        String environment() {
            return environment;
        }
    }

    /** {@code BUREAU FILE...}, by their names. */
    static final class Named {

        @Mixin
        private final OfBureau of = new OfBureau();

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Names of its files.")
        private List<String> files = List.of();

        @Mixin
        private final InEnvironment in = new InEnvironment();

        List<FileRef> files() {
            return files.stream()
                    .map(file -> new FileRef(of.bureau(), in.environment(), file))
                    .toList();
        }
    }
}
