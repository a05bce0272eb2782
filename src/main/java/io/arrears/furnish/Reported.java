package io.arrears.furnish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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
 * @param meaning the same in the words of every bureau
 * @param fault what the bureau found wrong with it, where it was rejected: {@code BLE019 TotOverd}; several with {@code ;}
 * @param course when it got so far, and what people said of it since
 */
public record Reported(
        String kind,
        @Nullable String code,
        LocalDate reportedOn,
        String digest,
        Map<String, String> facts,
        Meaning meaning,
        State state,
        @Nullable String fault,
        Course course) {

    /**
     * How a record got so far.
     *
     * @param since when its file moved last; the beginning of time for what was held before we began
     * @param counted whether it ever counted as told, whatever became of it
     * @param word what people said of its refusal; none if nothing
     */
    public record Course(
            Instant since, boolean counted, @Nullable Word word) {

        /** Where nobody asks when it was. */
        public static final Course UNKNOWN = new Course(Instant.EPOCH, false, null);
    }

    /** What people say of a record that the bureau refused. */
    public enum Word {
        /** It is told again as it is (S11). */
        RETELL,
        /** It is given up, since the bureau has it by other means (S6). */
        TOLD,
        /** It is given up, and the bureau does not have it (S6). */
        UNTOLD
    }

    /** How far a record got; only {@link #SENT} and {@link #ACCEPTED} count as told. */
    public enum State {
        PREPARED,
        RELEASED,
        SENT,
        ACCEPTED,
        REJECTED,
        VOID;

        public boolean counts() {
            return this == SENT || this == ACCEPTED;
        }

        /** On its way, so that nothing more may be said of the account until it is sent or void. */
        public boolean isUnderway() {
            return this == PREPARED || this == RELEASED;
        }

        /** Somebody has something to do with its file: people, or the bureau, which answers it. */
        public boolean isWaiting() {
            return isUnderway() || this == SENT;
        }
    }

    public Reported as(State now) {
        return new Reported(kind, code, reportedOn, digest, facts, meaning, now, fault, course);
    }

    public Reported refused(String why) {
        return new Reported(kind, code, reportedOn, digest, facts, meaning, State.REJECTED, why, course);
    }

    public Reported after(Course taken) {
        return new Reported(kind, code, reportedOn, digest, facts, meaning, state, fault, taken);
    }

    /** Whether the bureau has it: the file is sent or answered, or people say that it has it by other means. */
    public boolean counts() {
        return state.counts() || course.word() == Word.TOLD;
    }

    /**
     * Whether it says nothing but what the bureau has loaded with another record of the same account: the same bytes, the report of the
     * account or of its contract of the same day, or the same of a person on another day (S3).
     */
    public boolean repeats(Reported loaded) {
        return loaded.state() == State.ACCEPTED
                && kind.equals(loaded.kind())
                && (digest.equals(loaded.digest())
                        || (meaning.isReportOfItsDay() && reportedOn.equals(loaded.reportedOn()))
                        || (meaning.isOfPerson() && factsWithoutDay().equals(loaded.factsWithoutDay())));
    }

    private Map<String, String> factsWithoutDay() {
        Map<String, String> rest = new HashMap<>(facts);
        rest.replaceAll((tag, value) -> value.replace(reportedOn.toString(), ""));
        return rest;
    }

    /** What was reported of an account since it was last taken back as a whole, whatever became of it. */
    public static List<Reported> sinceRetraction(List<Reported> all) {
        return sinceRetraction(all, Meaning.Subject.ACCOUNT);
    }

    /** The same of an account or of its contract. */
    public static List<Reported> sinceRetraction(List<Reported> all, Meaning.Subject whom) {
        int from = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).counts() && all.get(i).meaning().isRetractionOf(whom)) {
                from = i + 1;
            }
        }
        return all.subList(from, all.size());
    }

    /** Whether it took back the account as a whole. */
    public boolean isRetraction() {
        return counts() && meaning.isAccountRetraction();
    }

    public @Nullable String fact(String tag) {
        return facts.get(tag);
    }
}
