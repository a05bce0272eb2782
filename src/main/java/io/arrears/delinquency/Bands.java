package io.arrears.delinquency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table from days past due to a value, gapless from 0 up and open at its end (D13, D14).
 *
 * <p>Example: bands {@code 0 -> M0, 1-30 -> M1, 31+ -> M2} give {@code at(30)} M1 and {@code at(31)} M2.
 */
public record Bands<T>(List<Band<T>> bands) {

    /** One row: days {@code from} to {@code to}, both included; no {@code to} in the last. */
    public record Band<T>(int from, @Nullable Integer to, T value) {}

    /** A band that does not fit between the others, by its place in the table. */
    public static final class Misfit extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final int index;

        Misfit(int index, String message) {
            super(message);
            this.index = index;
        }

        public int index() {
            return index;
        }
    }

    public Bands {
        bands = List.copyOf(bands);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("expected at least one band");
        }
        int expected = 0;
        for (int i = 0; i < bands.size(); i++) {
            Band<T> band = bands.get(i);
            Integer to = band.to();
            boolean last = i == bands.size() - 1;
            if (band.from() != expected) {
                throw new Misfit(i, "expected a band from day " + expected + ", not " + band.from());
            } else if (to == null && !last) {
                throw new Misfit(i, "expected only the last band to be open at its end");
            } else if (to != null && last) {
                throw new Misfit(i, "expected the last band to be open, such as " + band.from() + "+");
            } else if (to != null && to < band.from()) {
                throw new Misfit(i, "expected an end on or after day " + band.from() + ", not " + to);
            }
            expected = to == null ? expected : to + 1;
        }
    }

    public T at(int days) {
        for (Band<T> band : bands) {
            Integer to = band.to();
            if (to == null || days <= to) {
                return band.value();
            }
        }
        throw new IllegalStateException("the last band is open");
    }

    public T last() {
        return bands.get(bands.size() - 1).value();
    }
}
