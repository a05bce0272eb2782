package io.arrears.lender;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is wrong with a key is told by file, line, key and what was expected, with exit code 2. */
class LenderKeysTest {

    /** A value in line 3, or from line 4 on where it is a block; the key as it is told; what is told. */
    private record Wrong(String yaml, int line, String key, String told) {}

    static final Wrong[] WRONG = {
        new Wrong("zone: Mars/Phobos", 3, "zone", "a time zone such as Asia/Shanghai, found 'Mars/Phobos'"),
        new Wrong("zone: [UTC]", 3, "zone", "a value, found a list"),
        new Wrong("due-date-roll: preceding", 3, "due-date-roll", "one of none, following"),
        new Wrong("due-date-roll: following", 10, "calendar", "the name of a calendar in jobs/calendars"),
        new Wrong("due-date-roll: following\ncalendar: ../cn", 4, "calendar", "there is no calendar"),
        new Wrong("due-date-roll: following\ncalendar: xx", 4, "calendar", "there is no calendar"),
        new Wrong("calendar: [cn]\ndue-date-roll: following", 3, "calendar", "a value, found a list"),
        new Wrong("grace-days: three", 3, "grace-days", "a whole number from 0 to 3650, found 'three'"),
        new Wrong("grace-days: -1", 3, "grace-days", "a whole number from 0 to 3650, found '-1'"),
        new Wrong("grace-days: 3651", 3, "grace-days", "a whole number from 0 to 3650"),
        new Wrong("grace-days: 1.5", 3, "grace-days", "a whole number from 0 to 3650"),
        new Wrong("grace-days:", 3, "grace-days", "a value, found ''"),
        new Wrong("grace-mode: SHIFT", 3, "grace-mode", "one of count-back, shift, found 'SHIFT'"),
        new Wrong("tolerance: 1", 3, "tolerance", "a block of keys, found '1'"),
        new Wrong("tolerance:\n  EURO: 1", 4, "tolerance.EURO", "is no ISO 4217 currency"),
        new Wrong("tolerance:\n  USD: 0.005", 4, "tolerance.USD", "an amount with the decimals of USD"),
        new Wrong("tolerance:\n  JPY: 0.5", 4, "tolerance.JPY", "an amount with the decimals of JPY"),
        new Wrong("tolerance:\n  USD: -1", 4, "tolerance.USD", "an amount such as 0.50, found '-1'"),
        new Wrong("tolerance:\n  USD: 1\n  USD: 2", 5, "tolerance.USD", "stands here twice"),
        new Wrong("allocation: oldest", 3, "allocation", "one of instalment-first, component-first"),
        new Wrong("component-order: penalty", 3, "component-order", "a list, found 'penalty'"),
        new Wrong("component-order: [fee, interest, principal]", 3, "component-order", "each once"),
        new Wrong("component-order: [fee, fee, interest, principal]", 3, "component-order", "each once"),
        new Wrong("component-order: [tax]", 3, "component-order", "one of principal, interest, fee, penalty, damages"),
        new Wrong("language: fr", 3, "language", "one of en, zh, found 'fr'"),
        new Wrong("charges-age: yes", 3, "charges-age", "true or false, found 'yes'"),
        new Wrong("buckets:\n  M0: 0\n  M1: 2+", 5, "buckets.M1", "from day 1, not 2"),
        new Wrong("buckets:\n  M0: 0-5\n  M1: 5+", 5, "buckets.M1", "from day 6, not 5"),
        new Wrong("buckets:\n  M0: 1+", 4, "buckets.M0", "from day 0, not 1"),
        new Wrong("buckets:\n  M0: 0\n  M1: 1-30", 5, "buckets.M1", "the last band to be open, such as 1+"),
        new Wrong("buckets:\n  M0: 0+\n  M1: 1-30", 4, "buckets.M0", "only the last band to be open"),
        new Wrong("buckets:\n  M0: 0\n  M1: 1-0\n  M2: 1+", 5, "buckets.M1", "an end on or after day 1"),
        new Wrong("buckets:\n  M0: today", 4, "buckets.M0", "days such as 0, 1-30 or 181+, found 'today'"),
        new Wrong("buckets:\n  M0: 0\n  M0: 1+", 5, "buckets.M0", "stands here twice"),
        new Wrong("buckets: {}", 3, "buckets", "at least one band"),
        new Wrong("buckets: [0, 1+]", 3, "buckets", "a block of keys, found a list"),
        new Wrong("classes:\n  1: 0\n  3: 1-90\n  4: 92+", 6, "classes.4", "from day 91, not 92"),
        new Wrong("classes:\n  6: 0+", 4, "classes.6", "a class from 1 to 5"),
        new Wrong("classes:\n  1: 0\n  one: 1+", 5, "classes.one", "a class from 1 to 5"),
        new Wrong("classes-source:", 3, "classes-source", "a value, found ''"),
        new Wrong("restructured-min-class: 6", 3, "restructured-min-class", "a whole number from 1 to 5"),
        new Wrong("restructured-min-class: 0", 3, "restructured-min-class", "a whole number from 1 to 5"),
        new Wrong(
                "penalty: accrued", 3, "penalty", "'posted', or rate-per-day, base and disclosed-in, found 'accrued'"),
        new Wrong("penalty:\n  rate-per-day: 0.0005", 4, "penalty", "rate-per-day, base and disclosed-in"),
        new Wrong("penalty: {rate-per-day: 5%, base: total}", 3, "penalty.rate-per-day", "a rate such as 0.0005"),
        new Wrong("penalty: {rate-per-day: 0.1, base: all}", 3, "penalty.base", "one of principal, total"),
        new Wrong(
                "penalty: {rate-per-day: 0.1, base: total, x: 1}", 3, "penalty", "rate-per-day, base and disclosed-in"),
        new Wrong("penalty: {rate-per-day: 0.1, base: total, disclosed-in: ' '}", 3, "penalty.disclosed-in", "a value"),
        new Wrong("cost-cap: 24", 3, "cost-cap", "'none', or percent-a-year, day-count and opened-from, found '24'"),
        new Wrong("cost-cap: {day-count: 30/360}", 3, "cost-cap", "'none', or percent-a-year"),
        new Wrong("cost-cap: {percent-a-year: 24, from: 2025-10-01}", 3, "cost-cap", "'none', or percent-a-year"),
        new Wrong("cost-cap: {percent-a-year: 24%}", 3, "cost-cap.percent-a-year", "a number such as 24, found '24%'"),
        new Wrong("cost-cap: {percent-a-year: 0}", 3, "cost-cap.percent-a-year", "more than 0 and at most 1000"),
        new Wrong("cost-cap: {percent-a-year: 24, day-count: 365}", 3, "cost-cap.day-count", "actual/365 or 30/360"),
        new Wrong("cost-cap: {percent-a-year: 24, opened-from: soon}", 3, "cost-cap.opened-from", "a date such as"),
        new Wrong("nights: weekly", 3, "nights", "one of daily, business-days, month-ends, on-demand, found 'weekly'"),
        new Wrong("brake: many", 3, "brake", "a whole number from 0 to 999999999, found 'many'"),
        new Wrong("brake: -5", 3, "brake", "a whole number from 0 to 999999999"),
        new Wrong("brake: five%", 3, "brake", "a percentage such as 1%, found 'five%'"),
        new Wrong("max-rejects: 1", 3, "max-rejects", "a percentage such as 1%, found '1'"),
        new Wrong("max-rejects: 0.00001%", 3, "max-rejects", "a percentage such as 1%"),
        new Wrong("controls: always", 3, "controls", "one of optional, required, found 'always'"),
        new Wrong("freshness: sometimes", 3, "freshness", "one of off, warn, required, found 'sometimes'"),
        new Wrong("unknown-rejects: drop", 3, "unknown-rejects", "one of hold-negatives, refuse, found 'drop'"),
        new Wrong("required-feeds: accounts", 3, "required-feeds", "a list, found 'accounts'"),
        new Wrong("required-feeds: [accounts,\n  loans]", 4, "required-feeds", "feeds such as accounts or entries"),
        new Wrong("furnish: pboc", 3, "furnish", "a block of keys, found 'pboc'"),
        new Wrong("furnish:\n  baihang: {}", 4, "furnish.baihang", "is no bureau that can be told; there is pboc"),
        new Wrong("law: mars", 3, "law", "there is no file"),
        new Wrong("law: ../cn", 3, "law", "the name of a file in jobs/law"),
        new Wrong("licence: broker", 3, "licence", "one of bank, consumer-finance, small-loan, agency, creditor"),
        new Wrong("tighten: 1", 3, "tighten", "a block of keys, found '1'"),
        new Wrong("ladder: 1", 3, "ladder", "a block of keys, found '1'"),
        new Wrong("ladder: {promise-days: 1}", 3, "ladder", "expected stages, which is missing"),
        new Wrong("grace: 3", 3, "grace", "is no key of a lender file"),
        new Wrong("calendar-days: 'date,kind,name'", 3, "calendar-days", "is no key of a lender file"),
        new Wrong("zone: UTC\nzone: UTC", 4, "zone", "stands here twice"),
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("WRONG")
    void a_wrong_value_is_told_by_file_line_and_key(Wrong wrong) {
        Jobs jobs = new Jobs(folder);
        Refused refused = jobs.refused(wrong.yaml());
        String file = wrong.line() > 6 ? "common.yaml" : "north.yaml";
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused)
                .hasMessageStartingWith(
                        jobs.folder().resolve("lenders").resolve(file) + ":" + wrong.line() + ": " + wrong.key() + ": ")
                .hasMessageContaining(wrong.told());
    }

    @Test
    void every_key_of_common_yaml_stands_in_the_table() throws IOException {
        Set<String> keys;
        try (Stream<String> lines = Files.lines(Jobs.SHIPPED.resolve("lenders/common.yaml"))) {
            keys = lines.filter(line -> line.matches("[a-z].*"))
                    .map(line -> line.substring(0, line.indexOf(':')))
                    .collect(Collectors.toSet());
        }
        assertThat(Arrays.stream(WRONG).map(wrong -> wrong.key().split("\\.")[0]))
                .containsAll(keys);
        assertThat(keys).hasSizeGreaterThan(15);
    }

    @Test
    void a_missing_key_is_told_with_the_include_that_gives_it() {
        Jobs jobs = new Jobs(folder).with("lenders/north.yaml", "lender: north\n");
        assertThat(jobs.refused().exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(jobs.refused())
                .hasMessageContaining("north.yaml: classes-source: is missing")
                .hasMessageContaining("include: common.yaml");
    }
}
