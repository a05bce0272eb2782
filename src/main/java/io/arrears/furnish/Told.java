package io.arrears.furnish;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record that a bureau was told about an account.
 *
 * @param kind the bureau's record type: {@code 210}
 * @param code the report-point code where the type has one: {@code 30}
 * @param reportedOn the day it speaks of
 * @param digest SHA-256 of the record, in hex
 * @param facts what it said, by tag, without anything personal: {@code Month}, {@code RpyStatus}, {@code TotOverd}
 * @param fault what the bureau found wrong with it, where it was rejected: {@code BLE019 TotOverd}
 */
public record Told(
        String kind,
        @Nullable String code,
        LocalDate reportedOn,
        String digest,
        Map<String, String> facts,
        State state,
        @Nullable String fault) {

    /** How far a record got; only {@link #SENT} and {@link #ACCEPTED} count as told. */
    public enum State {
        PREPARED,
        RELEASED,
        SENT,
        ACCEPTED,
        REJECTED,
        VOID;

        /**
         * Whether a file may go from here to another state: somebody releases it, it is sent, the bureau answers; what was not
         * sent yet can be void.
         */
        public boolean leadsTo(State next) {
            return switch (this) {
                case PREPARED -> next == RELEASED || next == VOID;
                case RELEASED -> next == SENT || next == VOID;
                case SENT -> next == ACCEPTED || next == REJECTED;
                case ACCEPTED, REJECTED, VOID -> false;
            };
        }

        public boolean counts() {
            return this == SENT || this == ACCEPTED;
        }

        /** On its way, so that nothing more may be said of the account until it is sent or void. */
        public boolean isUnderway() {
            return this == PREPARED || this == RELEASED;
        }
    }

    public Told as(State now) {
        return new Told(kind, code, reportedOn, digest, facts, now, fault);
    }

    public Told refused(String why) {
        return new Told(kind, code, reportedOn, digest, facts, State.REJECTED, why);
    }

    public @Nullable String fact(String tag) {
        return facts.get(tag);
    }
}
