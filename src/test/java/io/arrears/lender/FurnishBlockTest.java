package io.arrears.lender;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.bureau.pboc.PbocBureau;
import io.arrears.bureau.pboc.terms.FormatOptions;
import io.arrears.furnish.Gate;
import io.arrears.furnish.Products;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The block that names a bureau as a whole: what it may hold, what it makes of both files, and what is kept of it. */
class FurnishBlockTest extends FurnishFiles {

    @ParameterizedTest
    @ValueSource(strings = {"C1", "R2", "R3"})
    void other_account_types_come_later(String type) {
        refused(
                FURNISH.replace("D1", type),
                lenderFile + ":11: furnish.pboc.products.cash.account-type",
                "account type " + type + " cannot be told yet; type D1, type R1 and type R4 can");
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
        refused(FURNISH + "    gate: []\n", lenderFile + ":12: furnish.pboc.gate", "is no key of pboc");
        refused(
                FURNISH.replace("{account-type", "{x: 1, account-type"),
                lenderFile + ":11: furnish.pboc.products.cash.x",
                "is no key of a product of type D1");
        refused(FURNISH + "bureau-pboc: {}\n", lenderFile + ":12: bureau-pboc", "is no key");
        int line = (int) shipped.lines().count() + 1;
        jobs.with("bureaus/pboc.yaml", shipped + "gate: []\n");
        refused(FURNISH, bureauFile + ":" + line + ": gate", "is no key of pboc");
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
        PbocBureau bureau =
                (PbocBureau) jobs.north("zone: Asia/Shanghai\n" + FURNISH).bureau("pboc");
        ReportingTerms furnishing = bureau.terms();
        assertThat(furnishing.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(furnishing.environment()).isEqualTo(ReportingTerms.Environment.PRODUCTION);
        assertThat(furnishing.from()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(furnishing.notYetReported()).isTrue();
        assertThat(furnishing.gates()).containsExactly(Gate.values());
        assertThat(furnishing.calendar()).isEqualTo(new ReportingCalendar(0, 0, 30));
        assertThat(furnishing.products()).isEqualTo(new Products(Map.of("cash", Products.Kind.LOANS)));
        assertThat(furnishing.maxHoldDays()).isEqualTo(10);
        assertThat(furnishing.correctionsMax()).isEqualTo(100);
        assertThat(furnishing.negativeFromDays()).isEqualTo(30);
        assertThat(furnishing.noticeKind()).isEqualTo("BEFORE_NEGATIVE");
        assertThat(bureau.settings().segment()).isEqualTo("HB310000000001");
        assertThat(bureau.settings().organisation()).isEqualTo("HB310000000002");
        assertThat(bureau.settings().options().balance()).isEqualTo(FormatOptions.Balance.PRINCIPAL);
        assertThat(bureau.settings().options().repaymentFrequencies()).containsEntry("DAILY", "01");
    }

    @Test
    void a_key_of_the_lender_replaces_the_bureaus_whole() {
        PbocBureau bureau = (PbocBureau) jobs.north(FURNISH
                        + "    gates: [pre-notice, underway, block, scope]\n    identity-types: {PASSPORT: 2}\n"
                        + "    months: {settle: month-end, submit: +10d}\n")
                .bureau("pboc");
        assertThat(bureau.terms().gates()).containsExactly(Gate.PRE_NOTICE, Gate.UNDERWAY, Gate.BLOCK, Gate.SCOPE);
        assertThat(bureau.settings().options().identityTypes()).hasSize(1);
        assertThat(bureau.terms().calendar()).isEqualTo(new ReportingCalendar(0, 10, 30));
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
}
