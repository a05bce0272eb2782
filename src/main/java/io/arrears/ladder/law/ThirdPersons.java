package io.arrears.ladder.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * From when on a third person may be asked where a debtor is, since he cannot be reached (L17).
 *
 * <p>Example: three calls in a row that nobody answered on 21 November, and no payment, call from him or new number since: from the
 * 22nd on.
 *
 * @param rule that opens it
 * @param from the first calling day
 * @param since what was there before counts for nothing: the instant of whatever closed it last
 */
public record ThirdPersons(LawRule rule, LocalDate from, Instant since, String evidence) {

    /**
     * What is known of a debtor.
     *
     * @param attempts to reach him and his own, over all accounts, in the order of time
     * @param phone its digits; none if none is on file
     * @param phoneSince when the number became known; a new one closes what an old one opened
     * @param others his numbers under whatever id (L5)
     * @param paidOn value dates of payments on whatever account
     * @param incapableSince from when on he is incapable; none if he is not
     */
    public record Debtor(
            List<Contacted> attempts,
            @Nullable String phone,
            Instant phoneSince,
            Collection<OwnNumber> others,
            Collection<LocalDate> paidOn,
            ZoneId zone,
            @Nullable LocalDate incapableSince) {}

    /** A number on file, and since when it is known. */
    public record OwnNumber(String digits, Instant since) {
        @Override
        public String toString() {
            return "OwnNumber[since " + since + "]";
        }
    }

    /** The opening that holds on a day; none while third persons are left alone. */
    public static Optional<ThirdPersons> on(LocalDate day, LawRule rule, Limit.Sequence sequence, Debtor debtor) {
        Instant closed = closed(debtor);
        List<Contacted> since = debtor.attempts().stream()
                .filter(call -> call.isCall() && call.at().isAfter(closed))
                .toList();
        ThirdPersons opened = null;
        if (debtor.incapableSince() != null) {
            opened = new ThirdPersons(rule, debtor.incapableSince(), closed, "incapable");
        }
        opened = earlier(opened, invalid(rule, sequence, debtor, since, closed));
        opened = earlier(opened, inARow(rule, sequence, debtor.zone(), since, closed));
        opened = earlier(opened, dayAfterDay(rule, sequence, debtor, since, closed));
        return Optional.ofNullable(opened).filter(found -> !found.from().isAfter(day));
    }

    /** The last thing that says he can be reached: he was, or called or wrote himself, a new number, a payment. */
    private static Instant closed(Debtor debtor) {
        Instant closed = debtor.phoneSince();
        for (OwnNumber number : debtor.others()) {
            closed = number.since().isAfter(closed) ? number.since() : closed;
        }
        for (Contacted attempt : debtor.attempts()) {
            if (isReached(attempt) && attempt.at().isAfter(closed)) {
                closed = attempt.at();
            }
        }
        for (LocalDate paidOn : debtor.paidOn()) {
            Instant over =
                    paidOn.plusDays(1).atStartOfDay(debtor.zone()).toInstant().minusNanos(1);
            closed = over.isAfter(closed) ? over : closed;
        }
        return closed;
    }

    private static boolean isReached(Contacted attempt) {
        return attempt.isIncoming() || attempt.outcome().isReached();
    }

    /** What only may have been a call did not fail. */
    private static boolean isFailed(Contacted call) {
        return call.channel() != null
                && call.channel().isCall()
                && call.outcome().isFailed();
    }

    private static @Nullable ThirdPersons invalid(
            LawRule rule, Limit.Sequence sequence, Debtor debtor, List<Contacted> since, Instant closed) {
        if (!sequence.onInvalidNumber() || since.isEmpty()) {
            return null;
        }
        Contacted last = since.get(since.size() - 1);
        boolean isHis = last.handle() == null || last.handle().equals(debtor.phone());
        return isInvalid(last) && isHis && debtor.others().stream().allMatch(number -> isNone(number, debtor, since))
                ? new ThirdPersons(rule, last.on(debtor.zone()), closed, "invalid number " + last.id())
                : null;
    }

    /** Whether one of his numbers is the one that the last call went to, or was none when it was called last. */
    private static boolean isNone(OwnNumber number, Debtor debtor, List<Contacted> since) {
        return number.digits().equals(debtor.phone())
                || since.stream()
                        .filter(call -> number.digits().equals(call.handle()))
                        .reduce((a, b) -> b)
                        .filter(ThirdPersons::isInvalid)
                        .isPresent();
    }

    private static boolean isInvalid(Contacted call) {
        return isFailed(call) && call.outcome() == Outcome.INVALID_NUMBER;
    }

    private static @Nullable ThirdPersons inARow(
            LawRule rule, Limit.Sequence sequence, ZoneId zone, List<Contacted> since, Instant closed) {
        int asked = sequence.failedInARow();
        int first = since.size();
        while (first > 0 && isFailed(since.get(first - 1))) {
            first--;
        }
        if (asked == 0 || since.size() - first < asked) {
            return null;
        }
        Contacted last = since.get(first + asked - 1);
        return new ThirdPersons(
                rule, last.on(zone).plusDays(1), closed, asked + " calls in a row failed, last " + last.id());
    }

    private static @Nullable ThirdPersons dayAfterDay(
            LawRule rule, Limit.Sequence sequence, Debtor debtor, List<Contacted> since, Instant closed) {
        int asked = sequence.unreachableDays();
        TreeSet<LocalDate> days = new TreeSet<>();
        since.stream().filter(ThirdPersons::isFailed).forEach(call -> days.add(call.on(debtor.zone())));
        debtor.attempts().stream()
                .filter(ThirdPersons::isReached)
                .forEach(attempt -> days.remove(attempt.on(debtor.zone())));
        int run = 0;
        LocalDate before = null;
        for (LocalDate day : days) {
            run = before != null && day.equals(before.plusDays(1)) ? run + 1 : 1;
            before = day;
            if (asked > 0 && run == asked) {
                return new ThirdPersons(rule, day, closed, "not reached on " + asked + " days up to " + day);
            }
        }
        return null;
    }

    private static @Nullable ThirdPersons earlier(@Nullable ThirdPersons a, @Nullable ThirdPersons b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return b.from().isBefore(a.from()) ? b : a;
    }
}
