package io.arrears.ladder.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules under which a lender contacts people: those of its law file that bind it, and those that it made itself, which are
 * never looser.
 *
 * @param name of the law file
 * @param rules the law's in the order of its file, then the lender's
 */
public record Law(String name, Zones zones, List<LawRule> rules) {

    public Law {
        rules = List.copyOf(rules);
    }

    /** Those in force on a day. */
    public Limits on(LocalDate day) {
        return new Limits(rules.stream().filter(rule -> rule.holdsOn(day)).toList());
    }

    /** Without the rules that do not bind a lender of this licence. */
    Law of(@Nullable Licence licence) {
        return new Law(
                name, zones, rules.stream().filter(rule -> rule.binds(licence)).toList());
    }

    Law and(List<LawRule> own) {
        List<LawRule> all = new ArrayList<>(rules);
        all.addAll(own);
        return new Law(name, zones, all);
    }
}
