package io.arrears.furnish;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What becomes of one record that is due to a bureau; what is not due has none. */
public sealed interface Decision {

    /** The bureau's record type. */
    String kind();

    /** The day the record speaks of. */
    LocalDate reportedOn();

    /** What is said of it, by whichever it is; who asks has an answer for each of the four, and for a fifth once there is one. */
    default <T> T match(
            Function<Report, T> report,
            Function<Hold, T> hold,
            Function<Exclusion, T> exclusion,
            Function<Rejection, T> rejection) {
        return match(new Cases<>(report, hold, exclusion, rejection));
    }

    /** The one of the cases that it is; a decision without a case of its own does not compile. */
    <T> T match(Cases<T> cases);

    /** An answer for each decision. */
    record Cases<T>(
            Function<Report, T> report,
            Function<Hold, T> hold,
            Function<Exclusion, T> exclusion,
            Function<Rejection, T> rejection) {}

    /**
     * A record that goes out.
     *
     * @param line without its end; personal
     * @param facts what it says, by tag, nothing personal; what {@link Reported} keeps
     * @param meaning the same in the words of every bureau
     * @param before what the bureau holds instead, for a correction
     */
    record Report(
            String kind,
            @Nullable String code,
            LocalDate reportedOn,
            String line,
            Map<String, String> facts,
            Meaning meaning,
            @Nullable Map<String, String> before)
            implements Decision {

        /**
         * As it is remembered, prepared and not sent yet.
         *
         * @param digest SHA-256 of its line, in hex
         */
        public Reported reported(String digest) {
            return new Reported(
                    kind,
                    code,
                    reportedOn,
                    digest,
                    facts,
                    meaning,
                    Reported.State.PREPARED,
                    null,
                    Reported.Course.UNKNOWN);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.report().apply(this);
        }

        @Override
        public String toString() {
            return "Report[" + kind + " " + code + " " + reportedOn + "]";
        }
    }

    /**
     * A record that waits at a gate, and keeps the day it speaks of.
     *
     * @param reportedOn the day from which its wait is counted: that of the record, or of an earlier try at it
     */
    record Hold(String kind, @Nullable String code, LocalDate reportedOn, Meaning meaning, GateResult stop)
            implements Decision {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.hold().apply(this);
        }
    }

    /** An account that is none of this bureau's. */
    record Exclusion(String kind, LocalDate reportedOn, GateResult stop) implements Decision {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.exclusion().apply(this);
        }
    }

    /** A record that breaks rules of the bureau's, all of which it names; it waits for better data. */
    record Rejection(String kind, @Nullable String code, LocalDate reportedOn, Meaning meaning, List<Broken> broken)
            implements Decision {

        /**
         * One rule and where it is broken.
         *
         * @param shown the value there, masked when it is personal; empty where it is missing
         */
        public record Broken(String rule, String tag, String shown, String reason) {}

        public Rejection {
            broken = List.copyOf(broken);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.rejection().apply(this);
        }
    }
}
