package io.arrears.bureau.pboc.rule;

import io.arrears.bureau.pboc.record.Fault;
import io.arrears.bureau.pboc.record.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
        void look(T at, Consumer<Location> broken);
    }

    static <T> List<Fault> faults(List<Rule<T>> rules, T at) {
        List<Fault> faults = new ArrayList<>();
        for (Rule<T> rule : rules) {
            rule.check.look(at, spot -> faults.add(rule.fault(spot)));
        }
        return List.copyOf(faults);
    }

    private Fault fault(Location spot) {
        return new Fault(id, spot.tag(), spot.shown(), spot.reason() == null ? demands : spot.reason());
    }
}
