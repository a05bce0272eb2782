package io.arrears.bureau.pboc.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Reported;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random lines whose limits change, whose end comes or is taken back, heard in time or late, and whose files get lost: in the end the
 * bureau holds each day's limit as the ledger has it, and nothing else. A failure names its seed.
 */
class ContractPropertiesTest {

    private static final int LINES = Integer.getInteger("contracts.lines", 150);
    private static final LocalDate OPENED = LocalDate.of(2026, 1, 5);
    private static final LocalDate QUIET = LocalDate.of(2026, 6, 20);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    /** What was said last of one agreement. */
    private record Said(String id, LocalDate day, LocalDate heard, long amount) {}

    private final Map<String, Said> limits = new TreeMap<>();
    private @Nullable LocalDate ended;

    @Test
    void whatever_is_heard_and_gets_lost_each_days_limit_is_held_in_the_end() {
        for (int seed = 0; seed < LINES; seed++) {
            limits.clear();
            ended = null;
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            LineBook line = random.nextBoolean() ? LineBook.ofDraws() : LineBook.ofItself();
            tell(line, random);
            Nights nights = new Nights(Lender.PLAIN, line);
            for (LocalDate night = OPENED; !night.isAfter(LAST); night = night.plusDays(1)) {
                int before = nights.reported().size();
                List<Decision> decisions = nights.run(night);
                assertThat(decisions).as("seed %d, %s", seed, night).noneMatch(Decision.Rejection.class::isInstance);
                if (night.isBefore(QUIET) && random.nextInt(4) == 0) {
                    lose(nights.reported(), before, random);
                }
            }
            assertThat(held(nights.reported())).as("seed %d", seed).isEqualTo(wanted());
            assertThat(nights.run(LAST.plusDays(1))).as("seed %d", seed).noneMatch(decision -> decision.kind()
                    .startsWith("22"));
        }
    }

    private void tell(LineBook line, Random random) {
        LocalDate heard = OPENED;
        for (int events = 2 + random.nextInt(6); events > 0; events--) {
            heard = heard.plusDays(random.nextInt(25));
            if (heard.isAfter(QUIET)) {
                return;
            }
            line.heard(heard.toString());
            LocalDate day = heard.minusDays(random.nextInt(20)).plusDays(random.nextInt(8));
            LocalDate on = day.isBefore(OPENED) ? OPENED : day;
            if (random.nextInt(4) == 0) {
                line.ended("e", on.toString());
                ended = on;
            } else {
                Said said = new Said("a" + random.nextInt(4), on, heard, 100L * (1 + random.nextInt(3)) * 10_000);
                line.limit(said.id(), said.day().toString(), said.amount());
                limits.put(said.id(), said);
            }
        }
    }

    /** Files of the night are void, or the bureau refused them whole. */
    private static void lose(List<Reported> reported, int from, Random random) {
        for (int i = from; i < reported.size(); i++) {
            if (random.nextBoolean()) {
                reported.set(
                        i, reported.get(i).as(random.nextBoolean() ? Reported.State.VOID : Reported.State.REJECTED));
            }
        }
    }

    private static Map<LocalDate, String> held(List<Reported> reported) {
        Map<LocalDate, String> held = new TreeMap<>();
        SectionsOnFile.ofContract(reported)
                .parts("D")
                .forEach(part -> held.put(part.reportedOn(), part.fact("CreditLim") + "/" + part.fact("ConStatus")));
        return held;
    }

    /** Day by day. */
    private Map<LocalDate, String> wanted() {
        Map<LocalDate, String> wanted = new TreeMap<>();
        LocalDate end = ended;
        long before = 0;
        for (LocalDate day = OPENED; !day.isAfter(LAST); day = day.plusDays(1)) {
            long limit = limitOn(day);
            boolean isEnd = day.equals(end);
            if (day.equals(OPENED) || limit != before || isEnd) {
                wanted.put(day, limit / 100 + (isEnd ? "/2" : "/1"));
            }
            if (isEnd) {
                return wanted;
            }
            before = limit;
        }
        return wanted;
    }

    private long limitOn(LocalDate day) {
        return limits.values().stream()
                .filter(said -> !said.day().isAfter(day))
                .max(Comparator.comparing(Said::day).thenComparing(Said::heard).thenComparing(Said::id))
                .map(Said::amount)
                .orElse(5_000_000L);
    }
}
