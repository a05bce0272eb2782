package io.arrears.delinquency;

/** Looks on while an account is followed from its opening to a day. */
interface DayByDay {

    /**
     * Days between which nothing is posted.
     *
     * @param day the first of them
     * @param next the day after the last
     * @param schedule as it stands at the end of each of them
     */
    void observe(long day, long next, Schedule schedule);
}
