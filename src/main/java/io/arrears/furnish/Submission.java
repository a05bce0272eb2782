package io.arrears.furnish;

import java.util.List;

/**
 * One file for one bureau: the records of one kind from one place in the run's parts to another, both included.
 *
 * @param name without its ending; taken once and never again
 */
public record Submission(String name, String kind, int serial, Place from, Place to, long records) {

    /** A record's part and its number in it, counted from 0. */
    public record Place(int part, long ordinal) {}

    /**
     * Where its n-th record stands among the parts of its run.
     *
     * @param sizes the records of each part
     * @param record counted from 0
     */
    public Place place(List<Long> sizes, long record) {
        int part = from.part();
        long ordinal = from.ordinal() + record;
        while (ordinal >= sizes.get(part)) {
            ordinal -= sizes.get(part);
            part++;
        }
        return new Place(part, ordinal);
    }

    /** Which of its records, counted from 0, stands there: the inverse of {@link #place}. */
    public long record(List<Long> sizes, Place place) {
        long record = place.ordinal() - from.ordinal();
        for (int part = from.part(); part < place.part(); part++) {
            record += sizes.get(part);
        }
        return record;
    }
}
