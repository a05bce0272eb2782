package io.arrears.delinquency;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of every line, over thousands of nasty ones; a failure names the seed that {@link NastyLine#of} takes. */
class LinePropertiesTest {

    private static void forEachLine(int count, Consumer<NastyLine> check) {
        LongStream.range(0, count).mapToObj(NastyLine::of).forEach(check);
    }

    private static LocalDate someNight(NastyLine line) {
        return NastyLine.OPENED.plusDays(new Random(line.seed()).nextInt(200));
    }

    private static Standing assess(NastyLine line, LocalDate asOf) {
        return Assessment.assess(line.facts(), line.policy(), asOf);
    }

    private static Walk walk(NastyLine line, LocalDate asOf) {
        return Walk.of(line.facts(), Assessment.inOrder(line.facts()), line.policy(), asOf, true);
    }

    private static String about(NastyLine line, LocalDate asOf) {
        return "seed " + line.seed() + " as of " + asOf;
    }

    @Test
    void assessing_only_who_wakes_gives_what_assessing_everybody_gives_night_after_night() {
        forEachLine(1500, line -> {
            Standing kept = assess(line, NastyLine.OPENED);
            for (int i = 0; i < 200; i++) {
                LocalDate night = NastyLine.OPENED.plusDays(i);
                Standing full = assess(line, night);
                if (kept.wakesOn() != null && !kept.wakesOn().isAfter(night)) {
                    kept = full;
                }
                assertThat(kept).as(about(line, night)).isEqualTo(full);
            }
        });
    }

    @Test
    void episode_and_closing_are_what_assessing_every_earlier_day_gives() {
        forEachLine(1500, line -> {
            boolean wasReported = false;
            boolean wasClosed = false;
            @Nullable LocalDate closed = null;
            for (int i = 0; i < 200; i++) {
                LocalDate night = NastyLine.OPENED.plusDays(i);
                Standing standing = assess(line, night);
                boolean isReported =
                        Delinquency.on(night, standing, line.policy()).reportedDpd() > 0;
                assertThat(standing.episodeStartedOn() != null)
                        .as(about(line, night))
                        .isEqualTo(isReported);
                if (isReported && wasReported) {
                    assertThat(standing.episodeStartedOn())
                            .as(about(line, night))
                            .isBefore(night);
                }
                closed = !standing.isClosed() ? null : wasClosed ? closed : night;
                assertThat(standing.closedOn()).as(about(line, night)).isEqualTo(closed);
                wasReported = isReported;
                wasClosed = standing.isClosed();
            }
        });
    }

    @Test
    void one_days_books_are_those_worked_out_from_nothing() {
        forEachLine(6000, line -> {
            LocalDate asOf = someNight(line);
            if (NaiveLine.isTooHard(line.facts())) {
                return;
            }
            NaiveLine naive = new NaiveLine(line.facts(), line.policy(), asOf);
            Schedule schedule = walk(line, asOf).inForce();
            assertThat(schedule.obligations().stream()
                            .map(o -> o.reference + " due " + o.dueOn + " " + o.rests())
                            .toList())
                    .as(about(line, asOf))
                    .isEqualTo(naive.rests());
            assertThat(schedule.balance()).as(about(line, asOf)).isEqualTo(naive.balance());
            assertThat(schedule.unallocated()).as(about(line, asOf)).isEqualTo(naive.unallocated);
        });
    }

    @Test
    void money_in_is_money_out() {
        forEachLine(10_000, line -> {
            LocalDate asOf = someNight(line);
            Standing standing = assess(line, asOf);
            assertThat(standing.entries().total())
                    .as(about(line, asOf))
                    .isEqualTo(line.facts().entries().stream()
                            .mapToLong(Entry::amount)
                            .sum());
            boolean isReplaced = standing.scheduleVersion() != null;
            boolean asksTooMuch =
                    standing.reviews().stream().anyMatch(review -> review.code() == ReviewCode.SCHEDULE_NOT_WHOLE);
            if (!isReplaced && !asksTooMuch) {
                assertThat(standing.balance()).as(about(line, asOf)).isEqualTo(drawn(line, asOf) - paid(line, asOf));
            }
        });
    }

    private static long drawn(NastyLine line, LocalDate asOf) {
        return line.facts().entries().stream()
                .filter(entry -> entry.type() == EntryType.DISBURSEMENT
                        && !entry.valueOn().isAfter(asOf))
                .mapToLong(Entry::amount)
                .sum();
    }

    private static long paid(NastyLine line, LocalDate asOf) {
        return walk(line, asOf).inForce().postings().stream()
                .filter(posting ->
                        posting.to() != null && posting.to().component() == io.arrears.ledger.Component.PRINCIPAL)
                .mapToLong(Posting::amount)
                .sum();
    }

    @Test
    void the_order_of_the_facts_changes_nothing() {
        forEachLine(3000, line -> {
            LocalDate asOf = someNight(line);
            Random random = new Random(line.seed());
            AccountFacts facts = line.facts();
            AccountFacts shuffled = new AccountFacts(
                    facts.account(),
                    shuffled(facts.instalments(), random),
                    shuffled(facts.entries(), random),
                    shuffled(facts.agreements(), random),
                    facts.classFacts(),
                    shuffled(facts.statements(), random));
            assertThat(Assessment.assess(shuffled, line.policy(), asOf))
                    .as(about(line, asOf))
                    .isEqualTo(assess(line, asOf));
        });
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
