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

    public Bands {
        bands = List.copyOf(bands);
        int expected = 0;
        for (int i = 0; i < bands.size(); i++) {
            Band<T> band = bands.get(i);
            Integer to = band.to();
            if (band.from() != expected) {
                throw new IllegalArgumentException("a band must start at day " + expected + ", not " + band.from());
            }
            if ((to == null) != (i == bands.size() - 1)) {
                throw new IllegalArgumentException("the last band, and no other, is open at its end");
            }
            if (to != null && to < band.from()) {
                throw new IllegalArgumentException("a band cannot end at day " + to + ", before its start");
            }
            expected = to == null ? expected : to + 1;
        }
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("at least one band is needed");
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
