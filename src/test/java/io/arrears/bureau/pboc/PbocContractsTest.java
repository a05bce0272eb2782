package io.arrears.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.due.Lender;
import io.arrears.bureau.pboc.terms.LineOptions;
import io.arrears.furnish.AccountView;
import io.arrears.furnish.Contracts;
import io.arrears.furnish.Expectation;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must have been told of the contract of a line by 19 June 2026, by a lender that tells from 1 January 2026. */
class PbocContractsTest {

    private static final Lender LENDER = Lender.PLAIN.since("2026-01-01");
    private static final Contracts CONTRACTS = LENDER.bureau().contracts().orElseThrow();
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 19);

    private static @Nullable LocalDate day(String text) {
        return text.equals("-") ? null : LocalDate.parse(text.length() == 5 ? "2026-" + text : text);
    }

    /** {@code 01-05=50 05-02=80}: the limit by the day that set it, the opening first. */
    private static NavigableMap<LocalDate, Long> limits(String words) {
        NavigableMap<LocalDate, Long> limits = new TreeMap<>();
        for (String word : words.split(" ")) {
            limits.put(day(word.replaceFirst("=.*", "")), Long.valueOf(word.replaceFirst(".*=", "")));
        }
        return limits;
    }

    private static Set<LocalDate> days(String words) {
        return Stream.of(words.split(" ")).map(PbocContractsTest::day).collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what it is                        | limits                          | known on   | ended      | held
                // since | days              | over  | due
                "its opening                       | 02-05=50                        | 02-05      | -          | -          | 02-05             | false | true",
                "and each change                   | 02-05=50 03-10=30 05-02=80      | 02-05      | -          | -          | 02-05 03-10 05-02 | false | true",
                "one that changes nothing is none  | 02-05=50 03-10=50 05-02=80      | 02-05      | -          | -          | 02-05 05-02       | false | true",
                "one of tonight                  | 02-05=50 06-19=80               | 02-05      | -          | -          | 02-05 06-19       | false | true",
                "one of tomorrow is not told yet   | 02-05=50 06-20=80               | 02-05      | -          | -          | 02-05             | false | true",
                "its end                           | 02-05=50 03-10=30               | 02-05      | 06-01      | -          | 02-05 03-10 06-01 | true  | true",
                "nothing behind it                 | 02-05=50 06-10=30               | 02-05      | 06-01      | -          | 02-05 06-01       | true  | true",
                "an end of tomorrow                | 02-05=50                        | 02-05      | 06-20      | -          | 02-05             | false | true",
                "opened before it is told of       | 2025-11-05=50 2025-12-01=60 03-10=30 | 2025-11-05 | -     | -          | 01-01 03-10       | false | true",
                "ended before it is told of        | 2025-11-05=50                   | 2025-11-05 | 2025-12-20 | -          | 2025-12-20        | true  | false",
                "held before we began              | 2025-11-05=50 03-10=30          | 2025-11-05 | -          | 01-31      | 01-31 03-10       | false | true",
                "and over since                    | 2025-11-05=50                   | 2025-11-05 | 06-01      | 01-31      | 01-31 06-01       | true  | true",
                "opened tomorrow                   | 06-20=50                        | 06-20      | -          | -          | 06-20             | false | false",
            })
    void a_contract_is_told_of_the_days_that_set_its_limit_and_of_its_end(
            String what,
            String limits,
            String known,
            String ended,
            String heldSince,
            String days,
            boolean isEnd,
            boolean isDue) {
        NavigableMap<LocalDate, Long> all = limits(limits);
        AccountView line =
                new AccountView("line", all, all.firstKey(), day(ended), day(ended), null, day(known), false);
        Set<LocalDate> expected = days(days);
        assertThat(CONTRACTS.expected(line, LENDER.calendar().on(AS_OF), day(heldSince)))
                .isEqualTo(Expectation.ofDays(Collections.max(expected), isEnd, expected, isDue));
    }

    /** Opened on 5 November 2025, raised on 1 December and cut on 10 March; the account was on file on 31 January. */
    @ParameterizedTest
    @CsvSource({
        "KNOWN,   HELD,   -,     01-01 03-10",
        "OPENING, HELD,   -,     2025-11-05 2025-12-01 03-10",
        "KNOWN,   HELD,   01-31, 01-31 03-10",
        "KNOWN,   UNTOLD, 01-31, 01-01 03-10",
        "OPENING, UNTOLD, 01-31, 2025-11-05 2025-12-01 03-10",
    })
    void a_lender_says_when_a_found_contract_begins_and_whether_a_baseline_has_it(
            LineOptions.FoundContract found, LineOptions.BaselineContract baseline, String heldSince, String days) {
        Lender lender = LENDER.ofLines(LineOptions.EarlyEnd.PLAIN, found, baseline);
        NavigableMap<LocalDate, Long> limits = limits("2025-11-05=50 2025-12-01=60 03-10=30");
        AccountView line =
                new AccountView("line", limits, limits.firstKey(), null, null, null, limits.firstKey(), false);
        assertThat(lender.bureau()
                        .contracts()
                        .orElseThrow()
                        .expected(line, lender.calendar().on(AS_OF), day(heldSince))
                        .days())
                .isEqualTo(days(days));
    }

    @ParameterizedTest
    @CsvSource({
        "line, true, true",
        "line, false, false",
        "drawn, true, true",
        "drawn, false, false",
        "loan, true, false",
        "loan, false, false"
    })
    void lines_of_some_types_have_one(String product, boolean isLine, boolean has) {
        LocalDate opened = LocalDate.of(2026, 2, 5);
        NavigableMap<LocalDate, Long> limits = isLine ? limits("02-05=50") : Collections.emptyNavigableMap();
        assertThat(CONTRACTS.isOf(new AccountView(product, limits, opened, null, null, null, opened, false)))
                .isEqualTo(has);
    }

    @Test
    void its_records_are_those_of_220_to_224() {
        assertThat(Stream.of("110", "210", "212", "220", "221", "222", "223", "224")
                        .filter(CONTRACTS::isKind))
                .containsExactly("220", "221", "222", "223", "224");
    }
}
