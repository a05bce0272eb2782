package io.arrears.bureau.pboc.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.terms.LineOptions;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Gate;
import io.arrears.furnish.Reported;
import io.arrears.furnish.Turn;
import io.arrears.ledger.PartyRole;
import io.arrears.ledger.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a line's contract is told, and with what; the words are those of {@link Nights#words}. */
class ContractDecisionsTest {

    private static Nights nights(LineBook line) {
        return new Nights(Lender.PLAIN, line);
    }

    private static Map<String, String> said(Nights nights, int record) {
        return nights.reported().get(record).facts();
    }

    private static LineBook changing() {
        return LineBook.ofDraws().limit("a", "2026-03-10", 3_000_000);
    }

    @Test
    void a_contract_is_told_at_its_beginning_each_change_of_its_limit_and_its_end() {
        Nights nights = nights(changing()
                .limit("b", "2026-04-01", 3_000_000)
                .limit("c", "2026-05-02", 8_000_050)
                .ended("d", "2026-06-15"));
        assertThat(nights.run("2026-01-05", "2026-08-31"))
                .containsExactly(
                        "01-05 220/10 2026-01-05",
                        "03-10 220/30 2026-03-10",
                        "05-02 220/30 2026-05-02",
                        "06-15 220/20 2026-06-15");
        assertThat(said(nights, 0))
                .containsEntry("ContractCode", Records.SEGMENT + "L1")
                .containsEntry("sections", "BD")
                .containsEntry("CreditLimType", "10")
                .containsEntry("LimLoopFlg", "1")
                .containsEntry("CreditLim", "50000")
                .containsEntry("Cy", "CNY")
                .containsEntry("ConEffDate", "2026-01-05")
                .containsEntry("ConExpDate", "2027-01-04")
                .containsEntry("ConStatus", "1");
        assertThat(nights.reported())
                .extracting(record -> record.facts().get("CreditLim"))
                .containsExactly("50000", "30000", "80001", "80001");
        assertThat(said(nights, 3)).containsEntry("ConStatus", "2").containsEntry("ConExpDate", "2026-06-15");
    }

    @Test
    void a_line_without_an_agreed_end_expires_on_a_day_that_the_bureau_s_file_names() {
        Nights nights = nights(LineBook.ofDraws().withoutEnd());
        nights.run("2026-01-05");
        assertThat(said(nights, 0)).containsEntry("ConExpDate", "2099-12-31");
    }

    @Test
    void of_one_day_there_is_one_record() {
        assertThat(nights(LineBook.ofDraws()
                                .limit("a", "2026-01-05", 6_000_000)
                                .limit("b", "2026-03-10", 1_000_000)
                                .limit("c", "2026-03-10", 6_000_000)
                                .limit("d", "2026-06-15", 7_000_000)
                                .ended("e", "2026-06-15"))
                        .run("2026-01-05", "2026-07-31"))
                .containsExactly("01-05 220/10 2026-01-05", "06-15 220/20 2026-06-15");
    }

    /** pboc2-client.md: line ended, no debt: 210 of code 20 or 32, then 220 of code 20. */
    @Test
    void beside_its_account_its_end_comes_after_the_account_s() {
        Nights nights = nights(LineBook.ofItself().ended("a", "2026-01-20"));
        assertThat(nights.run("2026-01-05", "2026-03-31"))
                .containsExactly(
                        "01-05 210/10 2026-01-05 *",
                        "01-05 220/10 2026-01-05",
                        "01-20 210/20 2026-01-20 C",
                        "01-20 held order 220/20 2026-01-20",
                        "01-21 220/20 2026-01-20");
    }

    @Test
    void its_end_names_who_moves_the_account_s() {
        Nights nights = nights(LineBook.ofItself().ended("a", "2026-01-20"));
        nights.run("2026-01-05", "2026-01-19");
        assertThat(nights.run(LocalDate.of(2026, 1, 20)))
                .filteredOn(Decision.Hold.class::isInstance)
                .singleElement()
                .satisfies(held -> {
                    assertThat(((Decision.Hold) held).stop().turn()).isEqualTo(Turn.HAND_OVER);
                    assertThat(((Decision.Hold) held).stop().evidence()).isEqualTo("210 of 2026-01-20");
                });
    }

    @Test
    void a_change_heard_late_is_told_of_its_day_behind_later_ones() {
        assertThat(nights(changing().heard("2026-04-15").limit("b", "2026-02-10", 4_000_000))
                        .run("2026-01-05", "2026-05-31"))
                .containsExactly("01-05 220/10 2026-01-05", "03-10 220/30 2026-03-10", "04-15 220/30 2026-02-10");
    }

    @Test
    void another_limit_of_the_same_day_corrects_it_and_one_of_another_day_takes_it_back() {
        Nights nights = nights(changing().heard("2026-04-15").limit("a", "2026-03-10", 3_500_000));
        assertThat(nights.run("2026-01-05", "2026-04-30"))
                .containsExactly("01-05 220/10 2026-01-05", "03-10 220/30 2026-03-10", "04-15 222/D 2026-03-10");
        assertThat(nights.run("2026-05-01", "2026-05-31")).isEmpty();
        assertThat(nights(changing().heard("2026-04-15").limit("a", "2026-03-12", 3_000_000))
                        .run("2026-01-05", "2026-05-31"))
                .containsExactly(
                        "01-05 220/10 2026-01-05",
                        "03-10 220/30 2026-03-10",
                        "04-15 223/D 2026-03-10..2026-03-10",
                        "04-15 220/30 2026-03-12");
    }

    @Test
    void an_end_that_was_none_is_taken_back_and_nothing_lies_behind_a_true_one() {
        assertThat(nights(changing()
                                .ended("e", "2026-04-20")
                                .heard("2026-05-02")
                                .ended("e", "2026-06-10"))
                        .run("2026-01-05", "2026-07-31"))
                .containsExactly(
                        "01-05 220/10 2026-01-05",
                        "03-10 220/30 2026-03-10",
                        "04-20 220/20 2026-04-20",
                        "05-02 223/D 2026-04-20..2026-04-20",
                        "06-10 220/20 2026-06-10");
        assertThat(nights(changing().heard("2026-05-02").ended("e", "2026-02-20"))
                        .run("2026-01-05", "2026-07-31"))
                .containsExactly(
                        "01-05 220/10 2026-01-05",
                        "03-10 220/30 2026-03-10",
                        "05-02 223/D 2026-03-10..2026-03-10",
                        "05-02 held order 220/20 2026-02-20",
                        "05-03 220/20 2026-02-20");
    }

    @Test
    void co_borrowers_stand_in_the_first_record_and_are_corrected_there() {
        Nights nights = nights(LineBook.ofDraws()
                .with(PartyRole.CO_BORROWER, "2026-01-05", null)
                .with(PartyRole.GUARANTOR, "2026-01-05", null)
                .with(PartyRole.CO_BORROWER, "2026-02-10", "2026-02-11"));
        assertThat(nights.run("2026-01-05", "2026-03-31"))
                .containsExactly("01-05 220/10 2026-01-05", "02-11 222/C 2026-01-05");
        assertThat(said(nights, 0)).containsEntry("sections", "BCD").containsKey("digest.C");
        assertThat(said(nights, 1))
                .containsEntry("MdfcSgmtCode", "C")
                .hasEntrySatisfying("digest.C", digest -> assertThat(digest)
                        .isNotEqualTo(said(nights, 0).get("digest.C")));
        assertThat(nights(LineBook.ofDraws().with(PartyRole.CO_BORROWER, "2026-02-10", null))
                        .run("2026-01-05", "2026-03-31"))
                .containsExactly("01-05 220/10 2026-01-05", "02-10 222/C 2026-01-05");
    }

    @Test
    void a_new_name_is_corrected_on_the_newest_day() {
        Person renamed = new Person(
                "B1", "测试丙", "RESIDENT_ID", Records.RESIDENT, null, null, null, null, null, null, null, "CN");
        assertThat(nights(changing().named(renamed, "2026-04-01")).run("2026-01-05", "2026-05-31"))
                .containsExactly("01-05 220/10 2026-01-05", "03-10 220/30 2026-03-10", "04-01 222/B 2026-03-10");
    }

    @Test
    void another_line_id_is_another_code() {
        Nights nights = nights(LineBook.ofDraws().called("CR7", "2026-02-01").limit("a", "2026-03-10", 1));
        assertThat(nights.run("2026-01-05", "2026-04-30"))
                .containsExactly("01-05 220/10 2026-01-05", "02-01 221 2026-02-01", "03-10 220/30 2026-03-10");
        assertThat(said(nights, 1))
                .containsEntry("OdBnesCode", Records.SEGMENT + "L1")
                .containsEntry("NwBnesCode", Records.SEGMENT + "CR7");
    }

    @Test
    void a_blocked_contract_is_taken_back_and_comes_back_with_the_account() {
        assertThat(nights(LineBook.ofItself().blocked("yes", "2026-01-10").blocked("no", "2026-01-20"))
                        .run("2026-01-05", "2026-01-25"))
                .startsWith(
                        "01-05 210/10 2026-01-05 *",
                        "01-05 220/10 2026-01-05",
                        "01-10 214 2026-01-10",
                        "01-10 224 2026-01-10")
                .endsWith("01-20 210/10 2026-01-05 *", "01-20 220/10 2026-01-05")
                .filteredOn(said -> !said.endsWith("excluded 210"))
                .hasSize(6);
    }

    @Test
    void one_that_began_before_the_first_day_or_was_heard_of_late_begins_then() {
        Nights later = new Nights(Lender.PLAIN.since("2026-04-01"), changing().limit("b", "2026-04-20", 1));
        assertThat(later.run("2026-03-01", "2026-05-31"))
                .containsExactly("04-01 220/10 2026-04-01", "04-20 220/30 2026-04-20");
        assertThat(later.reported().get(0).facts())
                .containsEntry("CreditLim", "30000")
                .containsEntry("ConEffDate", "2026-01-05");
        assertThat(nights(LineBook.ofDraws().known("2026-03-20")).run("2026-01-05", "2026-05-31"))
                .containsExactly("03-20 220/10 2026-03-20");
        assertThat(nights(LineBook.ofDraws().known("2026-03-20").ended("a", "2026-03-01"))
                        .run("2026-01-05", "2026-05-31"))
                .containsExactly("03-20 220/20 2026-03-01");
        assertThat(new Nights(
                                Lender.PLAIN.since("2026-04-01"),
                                LineBook.ofDraws().ended("a", "2026-03-01"))
                        .run("2026-01-05", "2026-05-31"))
                .isEmpty();
    }

    @Test
    void one_that_is_found_begins_with_its_opening_where_that_is_chosen() {
        Lender opening = Lender.PLAIN.ofLines(
                LineOptions.EarlyEnd.PLAIN, LineOptions.FoundContract.OPENING, LineOptions.BaselineContract.HELD);
        Nights later = new Nights(opening.since("2026-04-01"), changing().limit("b", "2026-04-20", 1));
        assertThat(later.run("2026-03-01", "2026-05-31"))
                .containsExactly("04-01 220/10 2026-01-05", "04-01 220/30 2026-03-10", "04-20 220/30 2026-04-20");
        assertThat(new Nights(opening, LineBook.ofDraws().known("2026-03-20")).run("2026-01-05", "2026-05-31"))
                .containsExactly("03-20 220/10 2026-01-05");
        assertThat(new Nights(opening.since("2026-04-01"), LineBook.ofDraws().ended("a", "2026-03-01"))
                        .run("2026-01-05", "2026-05-31"))
                .isEmpty();
    }

    @Test
    void nobody_is_told_of_without_consent() {
        Nights nights = new Nights(
                Lender.PLAIN.asking(Gate.SCOPE, Gate.BLOCK, Gate.UNDERWAY, Gate.CONSENT, Gate.PRE_NOTICE),
                LineBook.ofDraws().withoutConsent());
        assertThat(nights.words("2026-01-05")).containsExactly("held consent 220/10 2026-01-05");
    }

    @Test
    void one_that_was_taken_back_is_a_first_one_again() {
        LineBook line =
                LineBook.ofDraws().withoutConsent().blocked("yes", "2026-01-10").blocked("no", "2026-01-20");
        Nights taken = nights(line);
        assertThat(taken.run("2026-01-05", "2026-01-10"))
                .containsExactly("01-05 220/10 2026-01-05", "01-10 excluded 210", "01-10 224 2026-01-10");
        Nights asking = new Nights(Lender.PLAIN.asking(Gate.SCOPE, Gate.BLOCK, Gate.UNDERWAY, Gate.CONSENT), line);
        asking.reported().addAll(taken.reported());
        assertThat(asking.words("2026-01-20")).containsExactly("held consent 220/10 2026-01-05");
    }

    @Test
    void a_contract_prepared_and_not_sent_holds_no_account_and_an_account_no_contract() {
        Nights nights = nights(LineBook.ofItself().limit("a", "2026-02-10", 1));
        nights.run("2026-01-05");
        List<Reported> reported = nights.reported();
        reported.replaceAll(record -> record.kind().equals("220") ? record.as(Reported.State.PREPARED) : record);
        assertThat(nights.words("2026-02-02"))
                .containsExactly("210/30 2026-01-31 *", "held underway 220/10 2026-01-05");
        reported.replaceAll(
                record -> record.as(record.kind().equals("220") ? Reported.State.SENT : Reported.State.PREPARED));
        assertThat(nights.words("2026-02-10"))
                .contains("220/30 2026-02-10")
                .anyMatch(said -> said.startsWith("held underway 210"));
    }

    @Test
    void a_refused_change_waits_and_lets_the_next_one_go() {
        Nights nights = nights(changing().limit("b", "2026-03-12", 2_000_000));
        nights.run("2026-01-05", "2026-03-10");
        nights.reported().set(1, nights.reported().get(1).refused("ABE000 CreditLim"));
        assertThat(nights.run("2026-03-11", "2026-03-12"))
                .containsExactly(
                        "03-11 held answered 220/30 2026-03-10",
                        "03-12 held answered 220/30 2026-03-10",
                        "03-12 220/30 2026-03-12");
    }
}
