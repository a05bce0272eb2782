package io.arrears.sample;

import java.time.LocalDate;

/** One instalment of one schedule version. */
record Due(int version, int number, LocalDate on, Parts parts) {

    long total() {
        return parts.total();
    }

    Due dueOn(LocalDate later) {
        return new Due(version, number, later, parts);
    }

    Due plus(Parts charges) {
        return new Due(version, number, on, parts.plus(charges));
    }
}
