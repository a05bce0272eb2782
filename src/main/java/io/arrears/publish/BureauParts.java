package io.arrears.publish;

import io.arrears.furnish.Bureau;
import java.util.List;

/** The names of a run's part files that one bureau's accounts fill: {@code pboc-210}, {@code pboc-held.csv}. */
public final class BureauParts {

    private BureauParts() {}

    /** The part of a bureau's records of one kind, or of its lines of a list. */
    public static String name(Bureau bureau, String file) {
        return bureau.terms().bureau() + "-" + file;
    }

    /** The parts of a list that all bureaus share, one bureau's behind another's. */
    public static List<String> names(List<Bureau> bureaus, String list) {
        return bureaus.stream().map(bureau -> name(bureau, list)).toList();
    }
}
