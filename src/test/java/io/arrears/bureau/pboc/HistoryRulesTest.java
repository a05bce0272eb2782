package io.arrears.bureau.pboc;

import static io.arrears.bureau.pboc.AccountType.D1;
import static io.arrears.bureau.pboc.AccountType.R2;
import static io.arrears.bureau.pboc.Broken.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.arrears.furnish.Told;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the bureau holds after all it was told, and that every rule on it can be broken alone. */
class HistoryRulesTest {

    private static final PbocRecord FEBRUARY = Histories.month(D1, "2026-02", "2026-02-28");
    private static final PbocRecord MARCH = Histories.month(D1, "2026-03", "2026-03-31");

    private static List<Fault> check(PbocRecord record, Told... told) {
        return HistoryRules.check(record, Arrays.asList(told));
    }

    private static Stream<Broken> rows() {
        return Stream.of(
                        AccountHistoryRulesTest.rows(),
                        CorrectionHistoryRulesTest.rows(),
                        EventHistoryRulesTest.rows(),
                        PersonHistoryRulesTest.rows())
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
                assertThatCode(() -> HistoryRules.check(without, row.told()))
                        .as("%s without %s", row, section.kind())
                        .doesNotThrowAnyException();
                for (Item item : section.kind().layout().items()) {
                    for (String value : List.of("", "x", "9999-99-99", "-1")) {
                        PbocRecord garbled = Records.set(row.record(), section.kind(), item.tag(), value);
                        assertThatCode(() -> HistoryRules.check(garbled, row.told()))
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
        assertThat(check(MARCH, told(FEBRUARY))).isEmpty();
        assertThat(check(Records.recoveredLoan(), told(FEBRUARY))).isEmpty();
        assertThat(check(Records.closedLoan(), told(FEBRUARY))).isEmpty();
        assertThat(check(Events.event("21", "2026-03", "1", "2026-03-05"), told(FEBRUARY)))
                .isEmpty();
        assertThat(check(
                        Events.event("11", "2026-03", "1", "2026-03-05"),
                        told(Histories.month(R2, "2026-02", "2026-02-28"))))
                .isEmpty();
        assertThat(check(Events.sectionDeletion("H", "2026-03-01", ""), told(FEBRUARY), told(MARCH)))
                .isEmpty();
        assertThat(check(Events.accountDeletion(), told(FEBRUARY))).isEmpty();
        assertThat(check(Events.renaming(Records.ACCOUNT_CODE, Records.SEGMENT + "LN18"), told(FEBRUARY)))
                .isEmpty();
        assertThat(check(Events.person("20", "2026-03-31"), told(Events.newPerson())))
                .isEmpty();
        assertThat(check(Events.personDeletion(), told(Events.newPerson()))).isEmpty();
    }

    @Test
    void a_month_is_told_again_after_its_section_is_deleted() {
        PbocRecord deletion = Events.sectionDeletion("H", "2026-03-31", "2026-03-31");
        assertThat(check(MARCH, told(FEBRUARY), told(MARCH)))
                .extracting(Fault::rule)
                .contains("R2101212");
        assertThat(check(MARCH, told(FEBRUARY), told(MARCH), told(deletion, "2026-04-02")))
                .isEmpty();
    }

    @Test
    void a_deleted_account_is_told_from_the_start() {
        Told deletion = told(Events.accountDeletion(), "2026-04-02");
        assertThat(check(Records.foundLoan(), told(Records.foundLoan()), deletion))
                .isEmpty();
        assertThat(check(Events.accountDeletion(), told(MARCH), deletion))
                .extracting(Fault::rule)
                .containsExactly("R2141101");
    }

    @Test
    void a_corrected_closing_is_none() {
        PbocRecord april = Histories.month(D1, "2026-04", "2026-04-30");
        PbocRecord open = Histories.month(D1, "2026-03", "2026-03-25");
        PbocRecord correction = Events.correction(D1, "2026-03-25", open.section(SectionKind.MONTHLY));
        assertThat(check(april, told(Records.closedLoan())))
                .extracting(Fault::rule)
                .containsExactly("R2101205");
        assertThat(check(correction, told(Records.closedLoan()))).isEmpty();
        assertThat(check(april, told(Records.closedLoan()), told(correction))).isEmpty();
    }

    @Test
    void a_correction_may_be_corrected_again() {
        PbocRecord correction = Events.correctedMonth();
        assertThat(check(correction, told(Records.overdueLoan()), told(correction)))
                .isEmpty();
    }

    @Test
    void a_void_transfer_lets_the_account_go_on() {
        Told transfer = told(Events.event("21", "2026-03", "1", "2026-03-05"));
        PbocRecord undone = Events.event("21", "2026-03", "0", "2026-03-06");
        assertThat(check(MARCH, told(FEBRUARY), transfer))
                .extracting(Fault::rule)
                .containsExactly("R2101210");
        assertThat(check(undone, told(FEBRUARY), transfer)).isEmpty();
        assertThat(check(MARCH, told(FEBRUARY), transfer, told(undone))).isEmpty();
    }

    @Test
    void a_reopened_card_goes_on_in_the_month_of_its_reopening() {
        Told reopened = told(Events.event("12", "2026-03", "1", "2026-03-05"));
        assertThat(check(Events.event("12", "2026-03", "1", "2026-03-05"), told(Histories.closedCard())))
                .isEmpty();
        assertThat(check(Histories.month(R2, "2026-03", "2026-03-31"), told(Histories.closedCard()), reopened))
                .isEmpty();
        PbocRecord correction =
                Events.correction(R2, "2026-01-31", Histories.closedCard().section(SectionKind.MONTHLY));
        Told march = told(Histories.month(R2, "2026-03", "2026-03-31"));
        assertThat(check(correction, told(Histories.closedCard()), reopened, march))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Told.State.class)
    void only_what_was_sent_or_accepted_counts(Told.State state) {
        Told march = told(MARCH);
        Told other =
                new Told(march.kind(), march.code(), march.reportedOn(), march.digest(), march.facts(), state, null);
        assertThat(check(MARCH, told(FEBRUARY), other).isEmpty()).isEqualTo(!state.counts());
    }

    @Test
    void facts_of_other_kinds_are_passed_over() {
        Told other = new Told("220", "10", LocalDate.parse("2026-03-31"), "", Map.of(), Told.State.ACCEPTED, null);
        assertThat(check(MARCH, told(FEBRUARY), other)).isEmpty();
    }
}
