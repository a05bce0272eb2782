package io.arrears.delinquency;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of delinquency and of being settled, followed day after day without visiting every day (D10, D11).
 *
 * <p>Between two days on which something is posted only time passes, so a stretch can start only where the first unpaid
 * obligation outgrows its grace, and can end only on a day on which something is posted.
 */
final class Episodes {

    private final Policy policy;
    private Map<Long, Long> arrearSince = Map.of();
    private boolean isBegun;
    private boolean inEpisode;
    private long episodeStart;
    private long episodeEnd = Long.MIN_VALUE;
    private final Lasting closed = new Lasting();
    private final Lasting repaid = new Lasting();

    Episodes(Policy policy) {
        this.policy = policy;
    }

    /**
     * What holds from the end of {@code day} until the day before {@code next}.
     *
     * @param isWhole whether the schedule asks for the whole debt, without which nothing is settled (D19)
     */
    void observe(long day, long next, Schedule schedule, boolean isWhole) {
        observeArrears(day, next, schedule);
        isBegun = true;
        observeEpisode(day, next, schedule.firstAgeing());
        closed.observe(day, next, isWhole ? schedule.settledFrom() : Schedule.NEVER);
        repaid.observe(day, next, isWhole ? schedule.repaidFrom() : Schedule.NEVER);
    }

    /** Before the first day nothing was paid, so an arrear of then has been one since its due date. Arrears of one due date are one, whatever obligations and versions make it up (D11). */
    private void observeArrears(long day, long next, Schedule schedule) {
        if (schedule.firstAgeing() >= next - 1) {
            arrearSince = Map.of();
            return;
        }
        boolean isFirst = !isBegun;
        Map<Long, Long> now = new HashMap<>();
        for (long due : schedule.ageingBefore(next - 1)) {
            now.put(due, arrearSince.getOrDefault(due, isFirst ? due + 1 : Math.max(day, due + 1)));
        }
        arrearSince = now;
    }

    private void observeEpisode(long day, long next, long oldestDue) {
        long reportedFrom = oldestDue == Schedule.NEVER
                ? Schedule.NEVER
                : policy.arrearFrom(oldestDue) + policy.grace().days();
        if (inEpisode && reportedFrom > day) {
            inEpisode = false;
            episodeEnd = day;
        }
        if (!inEpisode && Math.max(day, reportedFrom) < next) {
            inEpisode = true;
            long since = arrearSince.getOrDefault(oldestDue, oldestDue + 1);
            episodeStart = Math.max(since == oldestDue + 1 ? policy.arrearFrom(oldestDue) : since, episodeEnd);
        }
    }

    /** Since when something has been so without a break, if it is. */
    private static final class Lasting {

        private boolean is;
        private long since;

        /** @param from when, as things stand on the day, it is so */
        void observe(long day, long next, long from) {
            long begins = Math.max(day, from);
            boolean stays = is && begins == day;
            if (!stays) {
                is = begins < next;
                since = begins;
            }
        }

        @Nullable
        LocalDate on() {
            return is ? LocalDate.ofEpochDay(since) : null;
        }
    }

    @Nullable
    LocalDate episodeStartedOn() {
        return inEpisode ? LocalDate.ofEpochDay(episodeStart) : null;
    }

    /** When the last episode ended; none while the account is in one or never was. */
    @Nullable
    LocalDate episodeEndedOn() {
        return inEpisode || episodeEnd == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(episodeEnd);
    }

    @Nullable
    LocalDate closedOn() {
        return closed.on();
    }

    /** Since when nothing but charges is owed. */
    @Nullable
    LocalDate repaidOn() {
        return repaid.on();
    }
}
