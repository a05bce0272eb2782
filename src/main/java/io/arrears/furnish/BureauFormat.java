package io.arrears.furnish;

import io.arrears.feed.KnownFact;
import io.arrears.setting.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;

/** All that a format brings: one or several bureaus of it, which lenders report to. */
public interface BureauFormat {

    /** The bureaus it is the format of, as lenders' files name them: {@code pboc}. */
    List<String> bureaus();

    /** The bureau facts that its records need, in their order, besides those of every bureau. */
    List<KnownFact> facts();

    /**
     * How one lender reports to one of its bureaus.
     *
     * @param own the lender's keys, which replace those of the bureau's own file
     * @param defaults the bureau's own file, whole
     * @throws io.arrears.Refused (2) with file, line and key of what is wrong
     */
    Bureau configure(String bureau, Setting own, Setting defaults, ZoneId zone);

    /**
     * The name of the submission that somebody means who typed a name or a path.
     *
     * @throws IllegalArgumentException where it names none
     */
    String submission(String typed);

    /**
     * Opens what a bureau answered to one submission.
     *
     * @throws io.arrears.Refused (4) when it is no whole answer
     */
    Answer answer(Path file) throws IOException;

    /**
     * Reads what a bureau has on file of a book that goes live, account by account.
     *
     * @param today no row speaks of a later day
     * @throws io.arrears.Refused (4) with file, line and column of what is wrong
     */
    void baseline(Path file, LocalDate today, BiConsumer<String, Reported> taker) throws IOException;
}
