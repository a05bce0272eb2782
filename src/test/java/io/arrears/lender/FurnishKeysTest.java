package io.arrears.lender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a lender tells the PBOC: its own keys over the bureau's, each wrong one told by the file that it stands in. */
class FurnishKeysTest extends FurnishFiles {

    /** A key and its value instead of those in either file, and what is told of it. */
    private record Wrong(String key, String value, String told) {}

    static final Wrong[] OF_LENDER = {
        new Wrong("environment", "live", "one of production, test, found 'live'"),
        new Wrong("environment", "PRODUCTION", "one of production, test"),
        new Wrong(
                "segment", "HB31000000000", "the 14 characters of the data provider's segment, found 'HB31000000000'"),
        new Wrong("segment", "HB3100000000011", "the 14 characters"),
        new Wrong("segment", "hb310000000001", "the 14 characters"),
        new Wrong("organisation", "[HB310000000001]", "a value, found a list"),
        new Wrong("organisation", "HB31", "the 14 characters of the managing organisation"),
        new Wrong("from", "2026-02-29", "a date such as 2026-10-31, found '2026-02-29'"),
        new Wrong("from", "yesterday", "a date such as 2026-10-31"),
        new Wrong("not-yet-reported", "yes", "true or false, found 'yes'"),
        new Wrong("products", "cash", "a block of keys, found 'cash'"),
        new Wrong("products", "{}", "at least one product"),
    };

    private static final String LINE =
            "{account-type: R1, business: 91, guarantee: 4, other-guarantee: 0, fund-source: 1, loan-form: 1,"
                    + " district: '310000', repay-mode: 39}";

    static final Wrong[] OF_BUREAU = {
        new Wrong("gates", "scope", "a list, found 'scope'"),
        new Wrong("gates", "[]", "scope among them"),
        new Wrong("gates", "[block, underway, consent]", "scope among them"),
        new Wrong("gates", "[scope, underway]", "block among them"),
        new Wrong("gates", "[scope, block]", "underway among them"),
        new Wrong("gates", "[scope, block, underway, scope]", "each gate once, found 'scope'"),
        new Wrong("gates", "[scope, age]", "one of scope, block, open-rejects, review, underway, consent, pre-notice"),
        new Wrong("notice-kind", "", "a value, found ''"),
        new Wrong("events", "daily", "a block of keys, found 'daily'"),
        new Wrong("events", "{settle: daily}", "{settle: daily, submit: +2d}"),
        new Wrong("events", "{settle: month-end, submit: +0d}", "{settle: daily, submit: +2d}"),
        new Wrong("events", "{settle: daily, submit: -1d}", "{settle: daily, submit: +2d}"),
        new Wrong("months", "{settle: month-end, submit: 2}", "{settle: month-end, submit: +2d}"),
        new Wrong("months", "{settle: month-end, submit: +100d}", "days from 0 to 99"),
        new Wrong("months", "{settle: month-end, submit: +2d, by: noon}", "{settle: month-end, submit: +2d}"),
        new Wrong("max-hold-days", "1000", "a whole number from 0 to 999, found '1000'"),
        new Wrong("max-hold-days", "-1", "a whole number from 0 to 999"),
        new Wrong("corrections-max", "none", "a whole number from 0 to 999999999, found 'none'"),
        new Wrong("negative-from-days", "0", "a whole number from 1 to 999, found '0'"),
        new Wrong("packaging", "rar", "one of plain, zip, found 'rar'"),
        new Wrong("balance", "all", "one of principal, principal-and-overdue-interest"),
        new Wrong("overdue-periods", "days", "one of instalments, months"),
        new Wrong("current-due", "next-month", "one of this-month, with-arrears"),
        new Wrong("settlement-date", "today", "one of due-date, report-date"),
        new Wrong("overdue-floor", "1.5", "a whole number from 0 to 999, found '1.5'"),
        new Wrong("due-on-last-day", "M", "N or 1, found 'M'"),
        new Wrong("charges-left", "told", "one of owed, closed, found 'told'"),
        new Wrong("rounding", "up", "a block of keys, found 'up'"),
        new Wrong("rounding", "{LoanAmt: up}", "expected ArlpAmt, which is missing"),
        new Wrong("written-off-status", "43", "41 or 42, found '43'"),
        new Wrong("learnt-late-after", "0", "a whole number from 1 to 999"),
        new Wrong("final-newline", "no", "true or false, found 'no'"),
        new Wrong("repayment-methods", "[11]", "a block of keys, found a list"),
        new Wrong("repayment-methods", "{SINGLE: 210}", "a code of the bureau's"),
        new Wrong("repayment-frequencies", "{DAILY: daily}", "a code of the bureau's"),
        new Wrong("identity-types", "{PASSPORT: ''}", "a value, found ''"),
        new Wrong("identity-types", "{[PASSPORT]: 2}", "a word as a key"),
    };

    /** Asked of who tells of lines alone. */
    static final Wrong[] OF_LINES = {
        new Wrong("line", "told", "a block of keys, found 'told'"),
        new Wrong("line", "{periods-left: asked, nothing-due: N}", "expected without-end, which is missing"),
        new Wrong("line", "{without-end: never, periods-left: asked, nothing-due: N}", "a date such as 2026-10-31"),
        new Wrong(
                "line",
                "{without-end: 2099-12-31, periods-left: all, nothing-due: N}",
                "one of asked, none, found 'all'"),
        new Wrong("line", "{without-end: 2099-12-31, periods-left: none, nothing-due: M}", "N or '*', found 'M'"),
        new Wrong("line", "{without-end: 2099-12-31, periods-left: none, nothing-due: N, x: 1}", "is no key of a line"),
        new Wrong(
                "line",
                "{without-end: 2099-12-31, periods-left: none, nothing-due: N, early-end: late}",
                "one of plain, settled-early, found 'late'"),
        new Wrong(
                "line",
                "{without-end: 2099-12-31, periods-left: none, nothing-due: N, found-contract: never}",
                "one of known, opening, found 'never'"),
        new Wrong(
                "line",
                "{without-end: 2099-12-31, periods-left: none, nothing-due: N, baseline-contract: lost}",
                "one of held, untold, found 'lost'"),
    };

    static final Wrong[] OF_PRODUCT = {
        new Wrong("account-type", "D2", "an account type: type D1, type R1 or type R4, found 'D2'"),
        new Wrong("business", "911", "a BusiDtlLines code such as 91, found '911'"),
        new Wrong("guarantee", "8", "a GuarMode code from 1 to 7, found '8'"),
        new Wrong("other-guarantee", "2", "an OthRepyGuarWay code: 0, 1 or 9"),
        new Wrong("fund-source", "25", "a FundSou code such as 1"),
        new Wrong("loan-form", "2", "a LoanForm code: 1, 5 or 9"),
        new Wrong("drawdowns", "3", "a Flag: 0, 1 or 2"),
        new Wrong("district", "31000", "a district of six digits, found '31000'"),
    };

    @ParameterizedTest
    @FieldSource("OF_LENDER")
    void a_wrong_key_of_the_lender_is_told_by_its_file(Wrong wrong) {
        String text = FURNISH.lines()
                .filter(line -> !(wrong.key().equals("products") && line.startsWith("      ")))
                .map(line -> with(line, "    ", wrong))
                .collect(Collectors.joining("\n"));
        refused(
                text,
                lenderFile + ":" + lineOf(text, "    " + wrong.key() + ":", 3) + ": furnish.pboc." + wrong.key(),
                wrong.told());
    }

    @ParameterizedTest
    @FieldSource("OF_BUREAU")
    void a_wrong_key_of_the_bureau_is_told_by_the_bureaus_file(Wrong wrong) {
        String text = shipped.lines().map(line -> with(line, "", wrong)).collect(Collectors.joining("\n"));
        jobs.with("bureaus/pboc.yaml", text);
        refused(FURNISH, bureauFile + ":" + lineOf(text, wrong.key() + ":", 1) + ": " + wrong.key(), wrong.told());
    }

    @ParameterizedTest
    @FieldSource("OF_BUREAU")
    void a_key_of_the_bureau_that_a_lender_gives_is_told_by_the_lenders_file(Wrong wrong) {
        String text = FURNISH + "    " + wrong.key() + ": " + wrong.value();
        refused(text, lenderFile + ":12: furnish.pboc." + wrong.key(), wrong.told());
    }

    @ParameterizedTest
    @FieldSource("OF_PRODUCT")
    void a_wrong_key_of_a_product_is_told_by_its_line(Wrong wrong) {
        String product = Arrays.stream(
                        PRODUCT.substring(1, PRODUCT.length() - 1).split(", "))
                .map(pair ->
                        "        " + (pair.startsWith(wrong.key() + ":") ? wrong.key() + ": " + wrong.value() : pair))
                .collect(Collectors.joining("\n"));
        String text = FURNISH.replace(" " + PRODUCT, "\n" + product);
        int line = lineOf(text, "        " + wrong.key() + ":", 3);
        refused(text, lenderFile + ":" + line + ": furnish.pboc.products.cash." + wrong.key(), wrong.told());
    }

    @ParameterizedTest
    @FieldSource("OF_LINES")
    void a_wrong_key_of_lines_is_told_by_the_bureaus_file(Wrong wrong) {
        String text = shipped.lines().map(line -> with(line, "", wrong)).collect(Collectors.joining("\n"));
        jobs.with("bureaus/pboc.yaml", text);
        refused(FURNISH, bureauFile + ":" + lineOf(text, wrong.key() + ":", 1) + ": " + wrong.key(), wrong.told());
    }

    @Test
    void who_tells_of_lines_says_what_is_open_of_them() {
        jobs.with(
                "bureaus/pboc.yaml",
                shipped.lines().filter(line -> !line.startsWith("line:")).collect(Collectors.joining("\n")));
        assertThat(jobs.north(FURNISH).bureaus()).hasSize(1);
        String draws = LINE.replace("R1", "R4").replace(", repay-mode: 39", "");
        for (String product : List.of(LINE, draws)) {
            assertThat(jobs.refused(FURNISH.replace(PRODUCT, product)))
                    .hasMessageStartingWith(bureauFile + ":")
                    .hasMessageEndingWith(": expected line, which is missing");
        }
        jobs.with("bureaus/pboc.yaml", shipped.replaceFirst(", early-end: .*}", "}"));
        assertThat(jobs.north(FURNISH.replace(PRODUCT, LINE)).bureaus()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            R1 | repay-mode: 39 |
            R4 |                |
            R1 |                | expected repay-mode, a RepayMode of type R1 such as 39, which is missing
            R1 | repay-mode: 11 | expected a RepayMode of type R1 such as 39, found '11'
            R4 | repay-mode: 39 | is no key of a product of type R4
            D1 | repay-mode: 90, drawdowns: 0 | is no key of a product of type D1
            R1 | repay-mode: 90, drawdowns: 0 | is no key of a product of type R1
            R4 | drawdowns: 1   | is no key of a product of type R4
            """)
    void each_type_has_its_own_keys(String type, String own, String told) {
        String product = LINE.replace("R1", type)
                .replace("repay-mode: 39", own == null ? "" : own)
                .replace(", }", "}");
        if (told == null) {
            assertThat(jobs.north(FURNISH.replace(PRODUCT, product)).bureaus()).hasSize(1);
        } else {
            refused(FURNISH.replace(PRODUCT, product), lenderFile + ":11: furnish.pboc.products.cash", told);
        }
    }

    @Test
    void every_key_of_either_file_stands_in_the_tables() {
        Set<String> bureaus = shipped.lines()
                .filter(line -> line.matches("[a-z].*"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .collect(Collectors.toSet());
        Set<String> tables = new HashSet<>(keys(OF_BUREAU));
        tables.addAll(keys(OF_LINES));
        assertThat(tables).isEqualTo(bureaus).hasSizeGreaterThan(15);
        assertThat(keys(OF_LENDER))
                .containsExactlyInAnyOrder(
                        "environment", "segment", "organisation", "from", "not-yet-reported", "products");
        assertThat(PRODUCT.substring(1).split(", "))
                .allSatisfy(pair -> assertThat(keys(OF_PRODUCT)).contains(pair.substring(0, pair.indexOf(':'))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment", "segment", "organisation", "from", "not-yet-reported"})
    void a_missing_key_of_the_lender_is_missing_from_its_block(String key) {
        String text = FURNISH.lines()
                .filter(line -> !line.startsWith("    " + key + ":"))
                .collect(Collectors.joining("\n"));
        refused(text, lenderFile + ":5: furnish.pboc", key + ", which is missing");
    }

    @ParameterizedTest
    @FieldSource("OF_BUREAU")
    void a_missing_key_of_the_bureau_is_missing_from_its_file(Wrong wrong) {
        jobs.with(
                "bureaus/pboc.yaml",
                shipped.lines()
                        .filter(line -> !line.startsWith(wrong.key() + ":"))
                        .collect(Collectors.joining("\n")));
        assertThat(jobs.refused(FURNISH))
                .hasMessageStartingWith(bureauFile + ":")
                .hasMessageEndingWith(": expected " + wrong.key() + ", which is missing");
    }

    @ParameterizedTest
    @FieldSource("OF_PRODUCT")
    void a_missing_key_of_a_product_is_told(Wrong wrong) {
        String product = Arrays.stream(
                        PRODUCT.substring(1, PRODUCT.length() - 1).split(", "))
                .filter(pair -> !pair.startsWith(wrong.key() + ":"))
                .collect(Collectors.joining(", ", "{", "}"));
        refused(FURNISH.replace(PRODUCT, product), lenderFile + ":11: furnish.pboc.products.cash", wrong.key() + ", ");
    }

    private static String with(String line, String indent, Wrong wrong) {
        String key = indent + wrong.key() + ":";
        return line.startsWith(key) ? key + " " + wrong.value() : line;
    }

    private static int lineOf(String text, String start, int first) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return first + i;
            }
        }
        throw new AssertionError("no line begins " + start);
    }

    private static Set<String> keys(Wrong[] table) {
        return Arrays.stream(table).map(Wrong::key).collect(Collectors.toSet());
    }
}
