package io.arrears.bureau.pboc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One line of a rule catalogue.
 *
 * @param id the bureau's id
 * @param demands what holds of a record that keeps the rule
 * @param check finds the spots that break it
 * @param <T> what it looks at
 */
record Rule<T>(String id, String demands, Check<T> check) {

    /** Looks at something and names each spot that is broken. */
    @FunctionalInterface
    interface Check<T> {
        void look(T at, Consumer<Spot> broken);
    }

    /** A place in a record, its value already fit to be shown; with a reason where the rule's own words say too little. */
    record Spot(String tag, String shown, @Nullable String reason) {

        /** A section, or a whole record, that has no value of its own. */
        static Spot of(String tag, String reason) {
            return new Spot(tag, "", reason);
        }
    }

    static <T> List<Fault> faults(List<Rule<T>> rules, T at) {
        List<Fault> faults = new ArrayList<>();
        for (Rule<T> rule : rules) {
            rule.check.look(at, spot -> faults.add(rule.fault(spot)));
        }
        return List.copyOf(faults);
    }

    private Fault fault(Spot spot) {
        return new Fault(id, spot.tag(), spot.shown(), spot.reason() == null ? demands : spot.reason());
    }
}
