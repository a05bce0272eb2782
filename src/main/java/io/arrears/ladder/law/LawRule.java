package io.arrears.ladder.law;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a law file.
 *
 * @param key its name in withheld.csv
 * @param to the last day on which it is in force; none while it is
 * @param binds whom it binds; nobody named for everybody
 */
public record LawRule(
        String key,
        Limit limit,
        Citation citation,
        Hardness hardness,
        LocalDate from,
        @Nullable LocalDate to,
        Set<Licence> binds) {

    public LawRule {
        binds = Set.copyOf(binds);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean binds(@Nullable Licence licence) {
        return licence == null || binds.isEmpty() || binds.contains(licence);
    }

    LawRule with(Limit tighter, Citation by) {
        return new LawRule(key, tighter, by, Hardness.MUST, from, to, binds);
    }
}
