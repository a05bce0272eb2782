package io.arrears.publish;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.FileFormat;
import java.util.List;
import java.util.Optional;

/** Which of a night's files hold a bureau's records: those in its folder that its format reads. */
public final class BureauFile {

    private BureauFile() {}

    /**
     * The format that reads a file; none for a file that holds no bureau's records.
     *
     * @param file as the night's folder has it: {@code pboc/HB31….txt}
     */
    public static Optional<FileFormat> format(List<Bureau> bureaus, String file) {
        return bureaus.stream()
                .filter(bureau -> file.startsWith(bureau.terms().bureau() + "/"))
                .map(Bureau::files)
                .filter(format -> file.endsWith(format.ending()))
                .findFirst();
    }
}
