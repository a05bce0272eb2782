package io.arrears.night;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.lender.Lender;
import io.arrears.lender.SkippedNights;
import io.arrears.run.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which days a night may be of, and up to when it may know; whatever is refused here has left nothing behind. */
public final class NightDates {

    /** No ledger is older, and every database holds it. */
    static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    /** So many days that were missed are named one by one. */
    private static final int NAMED = 7;

    private NightDates() {}

    /** A day that has not come yet where the lender is, or that no book has; a typo in the year shuts nobody out. */
    public static void refuseImpossible(Lender lender, LocalDate asOf, @Nullable Instant cutoff, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, lender.policy().zone());
        if (asOf.isAfter(today)) {
            throw new Refused(
                    ExitCode.USAGE,
                    "the as-of date " + asOf + " lies in the future: where " + lender.name() + " is ("
                            + lender.policy().zone() + ") today is " + today);
        }
        if (asOf.isBefore(EARLIEST)) {
            throw new Refused(ExitCode.USAGE, "the as-of date " + asOf + " lies before " + EARLIEST);
        }
        if (cutoff == null) {
            return;
        }
        if (cutoff.isAfter(now)) {
            throw new Refused(
                    ExitCode.USAGE, "the cutoff " + cutoff + " lies in the future; what is known then nobody knows");
        }
        if (cutoff.isBefore(EARLIEST.atStartOfDay(ZoneOffset.UTC).toInstant())) {
            throw new Refused(ExitCode.USAGE, "the cutoff " + cutoff + " lies before " + EARLIEST);
        }
    }

    /**
     * The due days between the last published night and the next one.
     *
     * @param keptTold the days of withdrawn nights whose files went out, which are missed by nobody
     * @param isAsked whether they are left out on purpose
     * @throws Refused (2) where there are any and nobody said so
     */
    public static @Nullable SkippedNights skipped(
            Lender lender, @Nullable Run last, LocalDate asOf, Collection<LocalDate> keptTold, boolean isAsked) {
        List<LocalDate> missed = last == null
                ? List.of()
                : lender.nights().between(last.asOf(), asOf).stream()
                        .filter(day -> !keptTold.contains(day))
                        .toList();
        if (last == null || missed.isEmpty()) {
            return null;
        }
        if (!isAsked) {
            throw new Refused(
                    ExitCode.USAGE,
                    lender.name() + " has no night of " + named(missed) + " between " + last.asOf() + " and " + asOf
                            + ", which its calendar says are due ('nights' in its file): run "
                            + (missed.size() == 1 ? "it" : "them") + " first, oldest first, or leave "
                            + (missed.size() == 1 ? "it" : "them") + " out for good with --skip-missed");
        }
        return SkippedNights.of(missed);
    }

    private static String named(List<LocalDate> days) {
        return days.size() <= NAMED
                ? days.stream().map(LocalDate::toString).collect(Collectors.joining(", "))
                : days.size() + " days, " + days.get(0) + " to " + days.get(days.size() - 1) + ",";
    }
}
