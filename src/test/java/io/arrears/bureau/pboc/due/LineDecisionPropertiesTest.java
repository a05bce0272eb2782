package io.arrears.bureau.pboc.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.delinquency.NastyLine;
import io.arrears.delinquency.Settlement;
import io.arrears.furnish.Decision;
import io.arrears.ledger.AccountFacts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of every telling of lines, over nasty ones heard of night by night; a failure names the seed of {@link NastyLine#of}. */
class LineDecisionPropertiesTest {

    private static final LocalDate LAST = NastyLine.OPENED.plusDays(245);
    private static final int LINES = 400;

    private record Heard(long seed, Lender lender, Line line) {

        static Heard of(long seed) {
            NastyLine line = NastyLine.of(seed);
            return new Heard(
                    seed, Lender.PLAIN.with(line.policy()).choosing(new Lender.Floor(0)), Line.of(line.facts()));
        }

        Nights nights() {
            return line.nights(lender);
        }

        List<Decision> tell(Nights nights) {
            List<Decision> decisions = new ArrayList<>();
            for (LocalDate night = NastyLine.OPENED; !night.isAfter(LAST); night = night.plusDays(1 + seed % 5)) {
                decisions.addAll(nights.run(night));
            }
            decisions.addAll(nights.settle(LAST));
            return decisions;
        }
    }

    private static Stream<Heard> lines() {
        return LongStream.range(0, LINES).mapToObj(Heard::of);
    }

    @Test
    void every_record_of_a_line_keeps_the_bureau_s_rules_and_says_at_last_what_one_told_in_one_go_says() {
        Map<String, Integer> seen = new HashMap<>();
        lines().forEach(line -> {
            Nights nightly = line.nights();
            List<Decision> decisions = line.tell(nightly);
            assertThat(decisions.stream()
                            .filter(decision -> !(decision instanceof Decision.Report) && !Nights.isInOrder(decision))
                            .map(Nights::words)
                            .distinct())
                    .as("seed " + line.seed())
                    .isEmpty();
            Nights once = line.nights();
            once.settle(LAST);
            assertThat(months(nightly)).as("seed " + line.seed()).isEqualTo(months(once));
            decisions.stream()
                    .map(Nights::words)
                    .map(said -> said.split(" ")[0])
                    .distinct()
                    .forEach(code -> seen.merge(code, 1, Integer::sum));
        });
        assertThat(seen.keySet())
                .contains("210/10", "210/20", "210/30", "210/40", "212/C", "212/H", "212/J", "213/H", "213/J");
    }

    @Test
    void every_month_s_end_from_the_first_report_to_the_closing_is_held() {
        lines().forEach(line -> {
            Nights nights = line.nights();
            line.tell(nights);
            LoanOnFile onFile = LoanOnFile.of(nights.reported());
            AccountFacts known = line.line().known(LAST);
            Settlement now = Settlement.on(known, line.lender().policy(), LAST);
            LocalDate ended =
                    AccountState.of(known, now, line.lender().options()).endedOn();
            YearMonth last = ended == null ? YearMonth.from(LAST).minusMonths(1) : YearMonth.from(ended);
            List<String> months = Stream.iterate(
                            YearMonth.from(onFile.firstDay()),
                            month -> !month.isAfter(last),
                            month -> month.plusMonths(1))
                    .map(YearMonth::toString)
                    .toList();
            assertThat(onFile.months().stream().map(month -> month.fact("Month")))
                    .as("seed " + line.seed())
                    .containsExactlyElementsOf(months);
            assertThat(onFile.isClosed()).as("seed " + line.seed()).isEqualTo(ended != null);
        });
    }

    private static Map<String, Map<String, String>> months(Nights nights) {
        Map<String, Map<String, String>> months = new TreeMap<>();
        for (SectionsOnFile.Part month : LoanOnFile.of(nights.reported()).months()) {
            Map<String, String> says = new TreeMap<>();
            SectionKind.MONTHLY.layout().items().forEach(item -> says.put(item.tag(), month.fact(item.tag())));
            months.put(month.fact("Month"), says);
        }
        return months;
    }
}
