package io.arrears.delinquency;

/** CLOSED, else CHARGED_OFF, else OPEN (D9). */
public enum Status {
    OPEN,
    CLOSED,
    CHARGED_OFF;

    static Status of(Standing standing) {
        if (standing.isClosed()) {
            return CLOSED;
        }
        return standing.chargedOffOn() != null ? CHARGED_OFF : OPEN;
    }
}
