package io.arrears.ladder.stage;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Timeline;
import io.arrears.delinquency.Timeline.Stretch;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an account stands on a ladder on a day (L20, L21).
 *
 * @param since the first day from which on it has stood there without a break
 * @param traits what of the account decided it
 * @param next the stage that days alone lead to, and when; none behind the last
 */
public record Position(
        Stage stage,
        LocalDate since,
        Stage.Traits traits,
        @Nullable Stage next,
        @Nullable LocalDate nextOn) {

    /** None while nothing is reported overdue and no reminder is asked for. */
    public static Optional<Position> on(Ladder ladder, Policy policy, Timeline timeline) {
        return new Way(ladder, policy, timeline).position();
    }

    /** The way of one account along the ladder. */
    private static final class Way {
        private final Ladder ladder;
        private final Policy policy;
        private final Delinquency figures;
        private final Timeline timeline;
        private final List<Stage.Traits> traits = new ArrayList<>();

        Way(Ladder ladder, Policy policy, Timeline timeline) {
            this.ladder = ladder;
            this.policy = policy;
            this.figures = timeline.figures();
            this.timeline = timeline;
            addTraits();
        }

        /** A stretch of reported days past due that is over before the next one begins is an earlier episode of that one. */
        private void addTraits() {
            int over = 0;
            boolean isIn = false;
            for (Stretch days : timeline.stretches()) {
                over += isIn && !isReported(days.oldestDueOn(), days.from()) ? 1 : 0;
                isIn = isReported(days.oldestDueOn(), days.to());
                traits.add(new Stage.Traits(
                        figures.standing().product(), figures.standing().currency(), days.overdue(), over));
            }
        }

        private boolean isReported(@Nullable LocalDate oldest, LocalDate day) {
            return oldest != null && policy.reportedDpd(Math.max(1, Delinquency.dpd(oldest, day))) > 0;
        }

        Optional<Position> position() {
            List<Stretch> days = timeline.stretches();
            LocalDate today = figures.asOf();
            if (figures.standing().isClosed() || days.isEmpty()) {
                return Optional.empty();
            }
            int last = days.size() - 1;
            if (figures.reportedDpd() == 0) {
                return reminder(today);
            }
            Stage stage = at(last, today);
            if (stage == null) {
                return Optional.empty();
            }
            Stage.Traits now = traits.get(last);
            Stage next = stage.chargedOff() ? null : ladder.after(stage, now).orElse(null);
            LocalDate oldest = days.get(last).oldestDueOn();
            LocalDate nextOn = next == null || oldest == null ? null : later(today, oldest.plusDays(next.from(now)));
            return Optional.of(new Position(stage, since(stage, last), now, next, nextOn));
        }

        /** Before a due date. */
        private Optional<Position> reminder(LocalDate today) {
            LocalDate due = timeline.nextDueOn();
            if (due == null || figures.dpd() > 0) {
                return Optional.empty();
            }
            int days = Math.toIntExact(ChronoUnit.DAYS.between(due, today));
            Stage.Traits now = traits.get(traits.size() - 1);
            Stage stage = ladder.at(days, now, false).orElse(null);
            if (stage == null) {
                return Optional.empty();
            }
            LocalDate since = due.plusDays(stage.from(now));
            Stage next = ladder.after(stage, now).orElse(null);
            int first = policy.grace().days() + 1;
            if (next != null && !next.isReminder() && next.from(now) < first) {
                next = ladder.at(first, now, false).orElse(next);
            }
            LocalDate nextOn = next == null
                    ? null
                    : due.plusDays(next.isReminder() ? next.from(now) : Math.max(first, next.from(now)));
            return Optional.of(new Position(stage, latest(since, clear()), now, next, nextOn));
        }

        /** The first day from which on nothing has been overdue, or from which on the account has been open. */
        private LocalDate clear() {
            LocalDate clear = figures.standing().openedOn();
            for (Stretch stretch : timeline.stretches()) {
                clear = stretch.oldestDueOn() == null
                        ? clear
                        : latest(clear, stretch.to().plusDays(1));
            }
            return clear;
        }

        private static LocalDate latest(LocalDate a, LocalDate b) {
            return a.isAfter(b) ? a : b;
        }

        private LocalDate since(Stage stage, int last) {
            LocalDate since = figures.asOf();
            for (int i = last; i >= 0; i--) {
                Stretch stretch = timeline.stretches().get(i);
                LocalDate end = stretch.to().isAfter(figures.asOf()) ? figures.asOf() : stretch.to();
                if (!stage.equals(at(i, end))) {
                    return since;
                }
                since = first(stage, i, end);
                if (since.isAfter(stretch.from())) {
                    return since;
                }
            }
            return since;
        }

        /** The first day of a stretch on which it is the stage of its end: while only time passes, stages only follow each other. */
        private LocalDate first(Stage stage, int stretch, LocalDate end) {
            LocalDate other = timeline.stretches().get(stretch).from().minusDays(1);
            LocalDate same = end;
            while (other.plusDays(1).isBefore(same)) {
                LocalDate middle = other.plusDays(ChronoUnit.DAYS.between(other, same) / 2);
                if (stage.equals(at(stretch, middle))) {
                    same = middle;
                } else {
                    other = middle;
                }
            }
            return same;
        }

        private @Nullable Stage at(int stretch, LocalDate day) {
            LocalDate oldest = timeline.stretches().get(stretch).oldestDueOn();
            if (!isReported(oldest, day)) {
                return null;
            }
            int dpd = Math.max(1, Delinquency.dpd(oldest, day));
            LocalDate chargedOffOn = figures.standing().chargedOffOn();
            return ladder.at(dpd, traits.get(stretch), chargedOffOn != null && !chargedOffOn.isAfter(day))
                    .orElse(null);
        }

        private static @Nullable LocalDate later(LocalDate today, LocalDate day) {
            return day.isAfter(today) ? day : null;
        }
    }
}
