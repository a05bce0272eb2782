package io.arrears.lender;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The file of a lender that tells the PBOC, the bureau's own beside it, and how they are refused. */
abstract class FurnishFiles {

    static final String PRODUCT =
            "{account-type: D1, business: 91, guarantee: 4, other-guarantee: 0, fund-source: 1, loan-form: 1, drawdowns: 0,"
                    + " district: '310000'}";

    /** Begins in line 3 of the lender's file, so that environment stands in line 5 and the product in line 11. */
    static final String FURNISH = """
            furnish:
              pboc:
                environment: production
                segment: HB310000000001
                organisation: HB310000000002
                from: 2026-10-01
                not-yet-reported: true
                products:
                  cash: %s
            """.formatted(PRODUCT);

    @TempDir
    Path folder;

    Jobs jobs;
    Path lenderFile;
    Path bureauFile;
    String shipped;

    @BeforeEach
    void jobs() {
        jobs = new Jobs(folder);
        lenderFile = jobs.folder().resolve("lenders/north.yaml");
        bureauFile = jobs.folder().resolve("bureaus/pboc.yaml");
        try {
            Files.createDirectories(bureauFile.getParent());
            shipped = Files.readString(Jobs.SHIPPED.resolve("bureaus/pboc.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jobs.with("bureaus/pboc.yaml", shipped);
    }

    void refused(String more, String place, String told) {
        Refused refused = jobs.refused(more);
        assertThat(refused).isNotNull().hasMessageStartingWith(place).hasMessageContaining(told);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
