package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.AccountType.D1;
import static io.arrears.bureau.pboc.record.AccountType.R2;
import static io.arrears.bureau.pboc.rule.Broken.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.arrears.bureau.pboc.record.Fault;
import io.arrears.bureau.pboc.record.Item;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.tradeline.Meanings;
import io.arrears.furnish.Reported;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the bureau holds after all it was told, and that every rule on it can be broken alone. */
class HistoryRulesTest {

    private static final PbocRecord FEBRUARY = Histories.month(D1, "2026-02", "2026-02-28");
    private static final PbocRecord MARCH = Histories.month(D1, "2026-03", "2026-03-31");

    private static List<Fault> check(PbocRecord record, Reported... reported) {
        return HistoryRules.check(record, Arrays.asList(reported));
    }

    private static Stream<Broken> rows() {
        return Stream.of(
                        AccountHistoryRulesTest.rows(),
                        CorrectionHistoryRulesTest.rows(),
                        EventHistoryRulesTest.rows(),
                        PersonHistoryRulesTest.rows(),
                        ContractHistoryRulesTest.rows())
                .flatMap(rows -> rows);
    }

    @Test
    void every_rule_is_broken_alone_by_some_row() {
        List<String> broken = rows().map(Broken::rule).distinct().toList();
        assertThat(HistoryRules.ids()).containsExactlyInAnyOrderElementsOf(broken);
    }

    /** A record that breaks rules of its own is held against what was told all the same, so that its faults are told at once. */
    @Test
    void a_record_that_lacks_or_garbles_anything_is_compared_without_an_exception() {
        List<Broken> rows = rows().toList();
        int compared = 0;
        for (Broken row : rows) {
            for (Section section : row.record().sections()) {
                PbocRecord without = Records.minus(row.record(), section.kind());
                assertThatCode(() -> HistoryRules.check(without, row.reported()))
                        .as("%s without %s", row, section.kind())
                        .doesNotThrowAnyException();
                for (Item item : section.kind().layout().items()) {
                    for (String value : List.of("", "x", "9999-99-99", "-1")) {
                        PbocRecord garbled = Records.set(row.record(), section.kind(), item.tag(), value);
                        assertThatCode(() -> HistoryRules.check(garbled, row.reported()))
                                .as("%s with %s=%s", row, item.tag(), value)
                                .doesNotThrowAnyException();
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(4000);
    }

    @Test
    void a_life_told_in_order_breaks_nothing() {
        assertThat(check(Records.newLoan())).isEmpty();
        assertThat(check(MARCH, reported(FEBRUARY))).isEmpty();
        assertThat(check(Records.recoveredLoan(), reported(FEBRUARY))).isEmpty();
        assertThat(check(Records.closedLoan(), reported(FEBRUARY))).isEmpty();
        assertThat(check(Events.event("21", "2026-03", "1", "2026-03-05"), reported(FEBRUARY)))
                .isEmpty();
        assertThat(check(
                        Events.event("11", "2026-03", "1", "2026-03-05"),
                        reported(Histories.month(R2, "2026-02", "2026-02-28"))))
                .isEmpty();
        assertThat(check(Events.sectionDeletion("H", "2026-03-01", ""), reported(FEBRUARY), reported(MARCH)))
                .isEmpty();
        assertThat(check(Events.accountDeletion(), reported(FEBRUARY))).isEmpty();
        assertThat(check(Events.renaming(Records.ACCOUNT_CODE, Records.SEGMENT + "LN18"), reported(FEBRUARY)))
                .isEmpty();
        assertThat(check(Events.person("20", "2026-03-31"), reported(Events.newPerson())))
                .isEmpty();
        assertThat(check(Events.personDeletion(), reported(Events.newPerson()))).isEmpty();
    }

    @Test
    void a_month_is_told_again_after_its_section_is_deleted() {
        PbocRecord deletion = Events.sectionDeletion("H", "2026-03-31", "2026-03-31");
        assertThat(check(MARCH, reported(FEBRUARY), reported(MARCH)))
                .extracting(Fault::rule)
                .contains("R2101212");
        assertThat(check(MARCH, reported(FEBRUARY), reported(MARCH), reported(deletion, "2026-04-02")))
                .isEmpty();
    }

    @Test
    void a_deleted_account_is_told_from_the_start() {
        Reported deletion = reported(Events.accountDeletion(), "2026-04-02");
        assertThat(check(Records.foundLoan(), reported(Records.foundLoan()), deletion))
                .isEmpty();
        assertThat(check(Events.accountDeletion(), reported(MARCH), deletion))
                .extracting(Fault::rule)
                .containsExactly("R2141101");
    }

    @Test
    void a_corrected_closing_is_none() {
        PbocRecord april = Histories.month(D1, "2026-04", "2026-04-30");
        PbocRecord open = Histories.month(D1, "2026-03", "2026-03-25");
        PbocRecord correction = Events.correction(D1, "2026-03-25", open.section(SectionKind.MONTHLY));
        assertThat(check(april, reported(Records.closedLoan())))
                .extracting(Fault::rule)
                .containsExactly("R2101205");
        assertThat(check(correction, reported(Records.closedLoan()))).isEmpty();
        assertThat(check(april, reported(Records.closedLoan()), reported(correction)))
                .isEmpty();
    }

    @Test
    void a_correction_may_be_corrected_again() {
        PbocRecord correction = Events.correctedMonth();
        assertThat(check(correction, reported(Records.overdueLoan()), reported(correction)))
                .isEmpty();
    }

    @Test
    void a_void_transfer_lets_the_account_go_on() {
        Reported transfer = reported(Events.event("21", "2026-03", "1", "2026-03-05"));
        PbocRecord undone = Events.event("21", "2026-03", "0", "2026-03-06");
        assertThat(check(MARCH, reported(FEBRUARY), transfer))
                .extracting(Fault::rule)
                .containsExactly("R2101210");
        assertThat(check(undone, reported(FEBRUARY), transfer)).isEmpty();
        assertThat(check(MARCH, reported(FEBRUARY), transfer, reported(undone))).isEmpty();
    }

    @Test
    void a_reopened_card_goes_on_in_the_month_of_its_reopening() {
        Reported reopened = reported(Events.event("12", "2026-03", "1", "2026-03-05"));
        assertThat(check(Events.event("12", "2026-03", "1", "2026-03-05"), reported(Histories.closedCard())))
                .isEmpty();
        assertThat(check(Histories.month(R2, "2026-03", "2026-03-31"), reported(Histories.closedCard()), reopened))
                .isEmpty();
        PbocRecord correction =
                Events.correction(R2, "2026-01-31", Histories.closedCard().section(SectionKind.MONTHLY));
        Reported march = reported(Histories.month(R2, "2026-03", "2026-03-31"));
        assertThat(check(correction, reported(Histories.closedCard()), reopened, march))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Reported.State.class)
    void only_what_was_sent_or_accepted_counts(Reported.State state) {
        Reported march = reported(MARCH);
        Reported other = Meanings.reported(
                march.kind(), march.code(), march.reportedOn(), march.digest(), march.facts(), state, null);
        assertThat(check(MARCH, reported(FEBRUARY), other).isEmpty()).isEqualTo(!state.counts());
    }

    /** Both may be told of one day, and one of them taken back or renamed. */
    @Test
    void an_account_and_its_contract_are_held_apart() {
        Reported begun = reported(Contracts.begun("2026-03-31"));
        Reported deleted = reported(Contracts.deletion(), "2026-04-02");
        assertThat(check(MARCH, reported(FEBRUARY), begun)).isEmpty();
        assertThat(check(Contracts.begun("2026-02-28"), reported(FEBRUARY))).isEmpty();
        assertThat(check(Events.accountDeletion(), reported(FEBRUARY), begun, deleted))
                .isEmpty();
        assertThat(check(Contracts.deletion(), begun, reported(Events.accountDeletion(), "2026-04-02")))
                .isEmpty();
        assertThat(check(Events.renaming(Records.ACCOUNT_CODE, Contracts.CODE), reported(FEBRUARY), begun))
                .isEmpty();
    }

    @Test
    void a_contract_told_in_order_breaks_nothing() {
        Reported begun = reported(Contracts.begun("2026-03-20"));
        Reported changed = reported(Contracts.changed("2026-03-25"));
        assertThat(check(Contracts.changed("2026-03-25"), begun)).isEmpty();
        assertThat(check(Contracts.changed("2026-03-22"), begun, changed))
                .as("one before the newest")
                .isEmpty();
        assertThat(check(Contracts.ended("2026-03-31"), begun, changed)).isEmpty();
        assertThat(check(Contracts.correctedLimit(Contracts.changed("2026-03-25")), begun, changed))
                .isEmpty();
        assertThat(check(Contracts.correctedBase("2026-03-25"), begun, changed)).isEmpty();
        Reported taken = reported(Contracts.sectionDeletion("2026-03-25", "2026-03-25"), "2026-04-01");
        assertThat(check(Contracts.changed("2026-03-25"), begun, changed, taken))
                .as("told again once it was taken back")
                .isEmpty();
        assertThat(check(Contracts.correctedBase("2026-03-20"), begun, changed, taken))
                .as("a base without a limit of its day is gone with it")
                .isEmpty();
    }
}
