package io.arrears.lender;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A jobs folder with the common.yaml that is shipped, and whatever a test puts beside it. */
final class Jobs {

    static final Path SHIPPED = Path.of("jobs");
    static final String TWO_LINES = "include: common.yaml\nlender: north\n";

    private final Path folder;

    Jobs(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("lenders"));
            Files.createDirectories(folder.resolve("calendars"));
            Files.copy(SHIPPED.resolve("lenders/common.yaml"), folder.resolve("lenders/common.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    Jobs with(String file, String text) {
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    Jobs with(String file, byte[] bytes) {
        try {
            Files.write(folder.resolve(file), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lender north: the two lines and then these. */
    Lender north(String more) {
        return with("lenders/north.yaml", TWO_LINES + more).load();
    }

    Lender load() {
        return LenderFile.load(folder, "north");
    }

    Refused refused() {
        return catchThrowableOfType(Refused.class, this::load);
    }

    Refused refused(String more) {
        return with("lenders/north.yaml", TWO_LINES + more).refused();
    }
}
