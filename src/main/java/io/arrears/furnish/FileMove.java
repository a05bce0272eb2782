package io.arrears.furnish;

import io.arrears.furnish.Reported.State;

/**
 * What an event makes of a file in a state: the table of docs/submissions.md, and its only home.
 *
 * <p>Example: a released file is void only by two people who say that it was not handed over.
 */
public sealed interface FileMove {

    /** Whose word it takes. */
    enum Whose {
        ONE,
        TWO,
        /** Of two people, who say that the file was not handed over. */
        TWO_NOT_HANDED_OVER,
        /** Of two people, who say that the file is not at the bureau. */
        TWO_NOT_RECEIVED,
        BUREAU
    }

    /** It goes there. */
    record To(State next, Whose whose) implements FileMove {}

    /** It is so already, and nothing changes. */
    record Known() implements FileMove {}

    /** The same answer changes nothing, and another one takes two people (S7). */
    record Compare() implements FileMove {}

    /**
     * It cannot be.
     *
     * @param sentence what can be done instead; it goes on after what the file is
     */
    record Refuse(String sentence) implements FileMove {}

    static FileMove of(State state, FileEvent event) {
        return switch (state) {
            case PREPARED ->
                switch (event) {
                    case RELEASE -> new To(State.RELEASED, Whose.TWO);
                    case VOID -> new To(State.VOID, Whose.ONE);
                    case ANSWER -> new To(State.ACCEPTED, Whose.BUREAU);
                    case REFUSAL -> new To(State.REJECTED, Whose.BUREAU);
                    case SENT, BAD -> new Refuse("it can be released by two people, or made void");
                };
            case RELEASED ->
                switch (event) {
                    case SENT -> new To(State.SENT, Whose.ONE);
                    case VOID -> new To(State.VOID, Whose.TWO_NOT_HANDED_OVER);
                    case ANSWER -> new To(State.ACCEPTED, Whose.BUREAU);
                    case REFUSAL, BAD -> new To(State.REJECTED, Whose.BUREAU);
                    case RELEASE ->
                        new Refuse(
                                "it can be marked as sent, or two people who say that it was not handed over make it void");
                };
            case SENT ->
                switch (event) {
                    case VOID -> new To(State.VOID, Whose.TWO_NOT_RECEIVED);
                    case ANSWER -> new To(State.ACCEPTED, Whose.BUREAU);
                    case REFUSAL, BAD -> new To(State.REJECTED, Whose.BUREAU);
                    case RELEASE, SENT ->
                        new Refuse(
                                "it waits for the bureau's answer; two people who say that it is not at the bureau make it"
                                        + " void with --not-received");
                };
            case ACCEPTED ->
                event == FileEvent.ANSWER
                        ? new Compare()
                        : new Refuse("the bureau has loaded it, and told which records it did not");
            case REJECTED ->
                switch (event) {
                    case ANSWER -> new To(State.ACCEPTED, Whose.BUREAU);
                    case REFUSAL, BAD -> new Known();
                    case RELEASE, SENT, VOID ->
                        new Refuse("the bureau refused it, and its records are told again by the next run");
                };
            case VOID ->
                switch (event) {
                    case ANSWER -> new To(State.ACCEPTED, Whose.BUREAU);
                    case REFUSAL, BAD -> new Known();
                    case RELEASE, SENT, VOID -> new Refuse("its records are told again by the next run");
                };
        };
    }
}
