package io.arrears.furnish;

/**
 * One file for one bureau: the records of one kind from one place in the run's parts to another, both included.
 *
 * @param name without its ending; taken once and never again
 */
public record Submission(String name, String kind, int serial, Place from, Place to, long records) {

    /** A record's part and its number in it, counted from 0. */
    public record Place(int part, long ordinal) {}
}
