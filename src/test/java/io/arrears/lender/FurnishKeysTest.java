package io.arrears.lender;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.bureau.pboc.Choices;
import io.arrears.bureau.pboc.Pboc;
import io.arrears.furnish.Furnishing;
import io.arrears.furnish.Gate;
import io.arrears.furnish.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a lender tells the PBOC: its own keys over the bureau's, each wrong one told by the file that it stands in. */
class FurnishKeysTest {

    private static final String PRODUCT =
            "{account-type: D1, business: 91, guarantee: 4, other-guarantee: 0, fund-source: 1, loan-form: 1, drawdowns: 0,"
                    + " district: '310000'}";

    /** Begins in line 3 of the lender's file, so that environment stands in line 5 and the product in line 11. */
    private static final String FURNISH = """
            furnish:
              pboc:
                environment: production
                segment: HB310000000001
                organisation: HB310000000002
                from: 2026-10-01
                not-yet-reported: true
                products:
                  cash: %s
            """.formatted(PRODUCT);

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
        new Wrong("written-off-status", "43", "41 or 42, found '43'"),
        new Wrong("learnt-late-after", "0", "a whole number from 1 to 999"),
        new Wrong("final-newline", "no", "true or false, found 'no'"),
        new Wrong("repayment-methods", "[11]", "a block of keys, found a list"),
        new Wrong("repayment-methods", "{SINGLE: 210}", "a code of the bureau's"),
        new Wrong("repayment-frequencies", "{DAILY: daily}", "a code of the bureau's"),
        new Wrong("identity-types", "{PASSPORT: ''}", "a value, found ''"),
        new Wrong("identity-types", "{[PASSPORT]: 2}", "a word as a key"),
    };

    static final Wrong[] OF_PRODUCT = {
        new Wrong("account-type", "D2", "an account type: D1, found 'D2'"),
        new Wrong("business", "911", "a BusiDtlLines code such as 91, found '911'"),
        new Wrong("guarantee", "8", "a GuarMode code from 1 to 7, found '8'"),
        new Wrong("other-guarantee", "2", "an OthRepyGuarWay code: 0, 1 or 9"),
        new Wrong("fund-source", "25", "a FundSou code such as 1"),
        new Wrong("loan-form", "2", "a LoanForm code: 1, 5 or 9"),
        new Wrong("drawdowns", "3", "a Flag: 0, 1 or 2"),
        new Wrong("district", "31000", "a district of six digits, found '31000'"),
    };

    @TempDir
    Path folder;

    private Jobs jobs;
    private Path lenderFile;
    private Path bureauFile;
    private String shipped;

    @BeforeEach
    void jobs() {
        jobs = new Jobs(folder);
        lenderFile = jobs.folder().resolve("lenders/north.yaml");
        bureauFile = jobs.folder().resolve("bureaus/pboc.yaml");
        try {
            Files.createDirectories(bureauFile.getParent());
            shipped = Files.readString(Jobs.SHIPPED.resolve("bureaus/pboc.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jobs.with("bureaus/pboc.yaml", shipped);
    }

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
                wrong);
    }

    @ParameterizedTest
    @FieldSource("OF_BUREAU")
    void a_wrong_key_of_the_bureau_is_told_by_the_bureaus_file(Wrong wrong) {
        String text = shipped.lines().map(line -> with(line, "", wrong)).collect(Collectors.joining("\n"));
        jobs.with("bureaus/pboc.yaml", text);
        refused(FURNISH, bureauFile + ":" + lineOf(text, wrong.key() + ":", 1) + ": " + wrong.key(), wrong);
    }

    @ParameterizedTest
    @FieldSource("OF_BUREAU")
    void a_key_of_the_bureau_that_a_lender_gives_is_told_by_the_lenders_file(Wrong wrong) {
        String text = FURNISH + "    " + wrong.key() + ": " + wrong.value();
        refused(text, lenderFile + ":12: furnish.pboc." + wrong.key(), wrong);
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
        refused(text, lenderFile + ":" + line + ": furnish.pboc.products.cash." + wrong.key(), wrong);
    }

    @Test
    void every_key_of_either_file_stands_in_the_tables() {
        Set<String> bureaus = shipped.lines()
                .filter(line -> line.matches("[a-z].*"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .collect(Collectors.toSet());
        assertThat(keys(OF_BUREAU)).isEqualTo(bureaus).hasSizeGreaterThan(15);
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
        refused(text, lenderFile + ":5: furnish.pboc", new Wrong(key, "", key + ", which is missing"));
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
        refused(
                FURNISH.replace(PRODUCT, product),
                lenderFile + ":11: furnish.pboc.products.cash",
                new Wrong(wrong.key(), "", wrong.key() + ", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R1", "R4", "C1", "R2", "R3"})
    void other_account_types_come_later(String type) {
        refused(
                FURNISH.replace("D1", type),
                lenderFile + ":11: furnish.pboc.products.cash.account-type",
                new Wrong(
                        "",
                        "",
                        "account type " + type
                                + " cannot be told yet: R1, R4 with their credit agreement record 220, C1, R2 and R3 come later"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'furnish: pboc'                        | north.yaml:3: furnish: expected a block of keys, found 'pboc'
            'furnish:'                             | north.yaml:3: furnish: expected a block of keys, found ''
            'furnish: {pboc: }'                    | north.yaml:3: furnish.pboc: expected a block of keys, found ''
            'furnish: {baihang: {}}'               | north.yaml:3: furnish.baihang: is no bureau that can be told; there is pboc
            'furnish: {PBOC: {}}'                  | north.yaml:3: furnish.PBOC: is no bureau that can be told; there is pboc
            'furnish: {../lenders/common: {}}'     | north.yaml:3: furnish.../lenders/common: is no bureau that can be told
            'furnish: {"a\\\\0": {}}'              | is no bureau that can be told
            'furnish: {}\nbureau-pboc: {}'         | north.yaml:4: bureau-pboc: is no key of a lender file
            """)
    void a_block_that_names_no_bureau_is_refused(String text, String told) {
        Refused refused = jobs.refused(text.translateEscapes());
        assertThat(refused).hasMessageContaining(told);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cash loan", "现金贷", "''"})
    void a_product_is_a_plain_word(String product) {
        assertThat(jobs.refused(FURNISH.replace("cash:", product + ":")))
                .hasMessageStartingWith(lenderFile + ":11: furnish.pboc.products.")
                .hasMessageContaining("without spaces");
    }

    @Test
    void unknown_keys_are_told_where_they_stand() {
        refused(
                FURNISH + "    gate: []\n",
                lenderFile + ":12: furnish.pboc.gate",
                new Wrong("", "", "is no key of pboc"));
        refused(
                FURNISH.replace("{account-type", "{x: 1, account-type"),
                lenderFile + ":11: furnish.pboc.products.cash.x",
                new Wrong("", "", "is no key of a product"));
        refused(FURNISH + "bureau-pboc: {}\n", lenderFile + ":12: bureau-pboc", new Wrong("", "", "is no key"));
        int line = (int) shipped.lines().count() + 1;
        jobs.with("bureaus/pboc.yaml", shipped + "gate: []\n");
        refused(FURNISH, bureauFile + ":" + line + ": gate", new Wrong("", "", "is no key of pboc"));
    }

    @Test
    void a_bureau_whose_own_file_is_missing_or_empty_is_refused() throws IOException {
        jobs.with("bureaus/pboc.yaml", "# nothing\n");
        assertThat(jobs.refused(FURNISH)).hasMessage(bureauFile + " is empty");
        Files.delete(bureauFile);
        assertThat(jobs.refused(FURNISH)).hasMessage(lenderFile + ":5: furnish.pboc: there is no file " + bureauFile);
    }

    @Test
    void an_empty_block_tells_nobody_and_needs_no_bureaus_file() throws IOException {
        Files.delete(bureauFile);
        assertThat(jobs.north("furnish: {}\n").bureaus()).isEmpty();
        assertThat(jobs.north("").bureaus()).isEmpty();
    }

    @Test
    void the_shipped_defaults_and_the_lenders_own_keys_make_the_bureau() {
        Pboc bureau = (Pboc) jobs.north("zone: Asia/Shanghai\n" + FURNISH).bureau("pboc");
        Furnishing furnishing = bureau.furnishing();
        assertThat(furnishing.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(furnishing.environment()).isEqualTo(Furnishing.Environment.PRODUCTION);
        assertThat(furnishing.from()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(furnishing.notYetReported()).isTrue();
        assertThat(furnishing.gates()).containsExactly(Gate.values());
        assertThat(furnishing.schedule()).isEqualTo(new Schedule(0, 2));
        assertThat(furnishing.products()).containsExactly("cash");
        assertThat(furnishing.maxHoldDays()).isEqualTo(10);
        assertThat(furnishing.correctionsMax()).isEqualTo(100);
        assertThat(furnishing.negativeFromDays()).isEqualTo(30);
        assertThat(furnishing.noticeKind()).isEqualTo("BEFORE_NEGATIVE");
        assertThat(bureau.segment()).isEqualTo("HB310000000001");
        assertThat(bureau.organisation()).isEqualTo("HB310000000002");
        assertThat(bureau.choices().balance()).isEqualTo(Choices.Balance.PRINCIPAL);
        assertThat(bureau.choices().repaymentFrequencies()).containsEntry("DAILY", "01");
    }

    @Test
    void a_key_of_the_lender_replaces_the_bureaus_whole() {
        Pboc bureau = (Pboc) jobs.north(FURNISH
                        + "    gates: [pre-notice, underway, block, scope]\n    identity-types: {PASSPORT: 2}\n"
                        + "    months: {settle: month-end, submit: +10d}\n")
                .bureau("pboc");
        assertThat(bureau.furnishing().gates()).containsExactly(Gate.PRE_NOTICE, Gate.UNDERWAY, Gate.BLOCK, Gate.SCOPE);
        assertThat(bureau.choices().identityTypes()).hasSize(1);
        assertThat(bureau.furnishing().schedule()).isEqualTo(new Schedule(0, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "    written-off-status: 41\n    balance: principal-and-overdue-interest\n    final-newline: true\n",
                "    repayment-methods: {SINGLE: 21}\n    gates: [scope, block, underway, consent]\n    packaging: zip\n"
            })
    void the_kept_text_gives_the_same_bureau_back(String more) throws IOException {
        Lender lender = jobs.north(FURNISH + more);
        Files.delete(bureauFile);
        Lender kept = LenderFile.parse(lender.text());
        assertThat(kept).isEqualTo(lender);
        assertThat(kept.bureau("pboc")).isEqualTo(lender.bureau("pboc"));
    }

    @Test
    void a_change_of_the_bureaus_file_is_a_change_of_policy_and_its_comments_are_not() {
        Lender lender = jobs.north(FURNISH);
        String digest = lender.digest();
        jobs.with("bureaus/pboc.yaml", "# another comment\n" + shipped);
        assertThat(jobs.load().digest()).isEqualTo(digest);
        jobs.with("bureaus/pboc.yaml", shipped.replace("max-hold-days: 10", "max-hold-days: 11"));
        assertThat(jobs.load().digest()).isNotEqualTo(digest);
        assertThat(LenderFile.parse(lender.text())).isEqualTo(lender);
    }

    private void refused(String more, String place, Wrong wrong) {
        Refused refused = jobs.refused(more);
        assertThat(refused).isNotNull().hasMessageStartingWith(place).hasMessageContaining(wrong.told());
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
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
