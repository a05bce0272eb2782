package io.arrears.bureau.pboc.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.furnish.Changed;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Reported;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.PartyRole;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Months and sections that were told and are not so any more; the words are those of {@link Nights#words}. */
public class CorrectionsTest {

    static Nights nights(Loan loan) {
        return Nights.of(Lender.PLAIN, loan);
    }

    private static String month(Nights nights, String month, String tag) {
        return LoanOnFile.of(nights.reported()).months().stream()
                .filter(part -> part.fact("Month").equals(month))
                .map(part -> part.fact(tag))
                .findFirst()
                .orElse("not held");
    }

    @Test
    void a_backdated_payment_corrects_the_months_it_changes_with_what_they_said_before() {
        Nights nights = nights(Loan.yearly().heard("2026-04-20").paid("a", "2026-02-10", 100_880));
        assertThat(nights.run("2026-01-05", "2026-04-19"))
                .endsWith("03-02 210/30 2026-02-28 1", "04-02 210/30 2026-03-31 2");
        List<Decision> decisions = nights.run("2026-04-20");
        assertThat(decisions.stream().map(Nights::words)).containsExactly("212/H 2026-03-31 1", "212/H 2026-02-28 N");
        Decision.Report march = (Decision.Report) decisions.get(0);
        assertThat(march.before()).containsEntry("RpyStatus", "2").containsEntry("TotOverd", "2018");
        assertThat(march.facts()).containsEntry("RpyStatus", "1").containsEntry("TotOverd", "1009");
        assertThat(nights.run("2026-04-21", "2026-05-01")).isEmpty();
    }

    /** March moves on before February moves back, or February's date would lie behind March's (R2121218). */
    @Test
    void class_dates_move_in_the_order_in_which_the_bureau_takes_them() {
        Nights nights = nights(Loan.yearly().heard("2026-05-04").paid("a", "2026-02-10", 100_880));
        nights.run("2026-01-05", "2026-05-03");
        assertThat(month(nights, "2026-04", "FiveCateAdjDate")).isEqualTo("2026-02-11");
        assertThat(nights.words("2026-05-04"))
                .containsExactly("212/H 2026-04-30 2", "212/H 2026-03-31 1", "212/H 2026-02-28 N");
        assertThat(month(nights, "2026-04", "FiveCateAdjDate")).isEqualTo("2026-03-11");
        assertThat(month(nights, "2026-03", "FiveCateAdjDate")).isEqualTo("2026-03-11");
        assertThat(month(nights, "2026-02", "FiveCateAdjDate")).isEqualTo("2026-01-05");
    }

    @Test
    void a_month_corrected_once_is_corrected_again_on_another_day() {
        Nights nights = nights(Loan.yearly()
                .heard("2026-03-10")
                .paid("a", "2026-02-10", 50_000)
                .heard("2026-03-12")
                .paid("b", "2026-02-10", 50_880));
        assertThat(nights.run("2026-03-02", "2026-03-20"))
                .endsWith("03-10 212/H 2026-02-28 1", "03-12 212/H 2026-02-28 N");
    }

    @Test
    void a_correction_as_of_a_month_s_last_day_is_in_nobody_s_way() {
        Nights nights = nights(Loan.yearly().heard("2026-03-31").paid("a", "2026-02-10", 100_880));
        assertThat(nights.run("2026-03-02", "2026-04-02"))
                .endsWith("03-31 212/H 2026-02-28 N", "04-02 210/30 2026-03-31 1");
    }

    @Test
    void a_correction_that_waited_goes_out_later_though_nothing_new_is_heard() {
        Nights nights = nights(Loan.yearly().heard("2026-03-10").paid("a", "2026-02-10", 100_880));
        nights.run("2026-02-02", "2026-03-09");
        List<Reported> reported = nights.reported();
        reported.set(reported.size() - 1, reported.get(reported.size() - 1).as(Reported.State.RELEASED));
        assertThat(nights.words("2026-03-10")).containsExactly("held underway 210/30 2026-02-28");
        reported.set(reported.size() - 1, reported.get(reported.size() - 1).as(Reported.State.SENT));
        assertThat(nights.words("2026-03-11")).containsExactly("212/H 2026-02-28 N");
    }

    /** The relapse is a stretch of its own: February's date before the cure's would break R2101207. */
    @Test
    void a_class_shown_again_after_a_cure_counts_from_the_relapse() {
        Nights nights = nights(Loan.yearly().paid("a", "2026-03-05", 100_880));
        nights.run("2026-01-05", "2026-04-02");
        assertThat(month(nights, "2026-02", "FiveCateAdjDate")).isEqualTo("2026-02-11");
        assertThat(LoanOnFile.of(nights.reported()).cures().get(0).fact("FiveCateAdjDate"))
                .isEqualTo("2026-03-05");
        assertThat(month(nights, "2026-03", "FiveCateAdjDate")).isEqualTo("2026-03-11");
    }

    @Test
    void changed_terms_and_a_new_guarantor_correct_their_sections() {
        Loan loan =
                Loan.yearly().fact("loan_form", "9", "2026-02-05").liable(PartyRole.CO_BORROWER, 500_000, "2026-02-07");
        Nights nights = nights(loan);
        assertThat(nights.run("2026-01-05", "2026-03-02"))
                .containsExactly(
                        "01-05 210/10 2026-01-05 *",
                        "02-02 210/30 2026-01-31 *",
                        "02-05 212/C 2026-01-05",
                        "02-07 212/D 2026-01-05",
                        "03-02 210/30 2026-02-28 1");
    }

    /** The tag that changed, with both values; of a person only that something did. */
    @Test
    void a_correction_names_the_changed_tags_and_shows_digests_of_persons_alone() {
        Loan loan = Loan.yearly()
                .fact("loan_form", "9", "2026-02-05")
                .liable(PartyRole.CO_BORROWER, 500_000, "2026-02-07")
                .liable(PartyRole.CO_BORROWER, 600_000, "2026-02-09");
        Nights nights = nights(loan);
        nights.run("2026-01-05", "2026-02-04");
        assertThat(changed(nights, "2026-02-05")).isEqualTo("LoanForm 1 9");
        assertThat(changed(nights, "2026-02-07")).matches("digest.D  [0-9a-f]{64}");
        assertThat(changed(nights, "2026-02-09")).matches("digest.D [0-9a-f]{64} [0-9a-f]{64}");
    }

    private static String changed(Nights nights, String night) {
        Decision.Report sent = (Decision.Report) nights.run(night).get(0);
        Map<String, String> before = Objects.requireNonNull(sent.before());
        return Changed.tags(before, sent.facts(), Facts.OF_ITSELF).stream()
                .map(tag -> tag + " " + before.get(tag) + " " + sent.facts().get(tag))
                .collect(Collectors.joining("; "));
    }

    @Test
    void a_guarantor_that_leaves_is_told_of_no_more() {
        Nights nights = nights(Loan.yearly()
                .liable(PartyRole.CO_BORROWER, 500_000, "2026-01-05", "2026-02-20")
                .liable(PartyRole.CO_BORROWER, 700_000, "2026-01-05", "2026-02-25"));
        nights.run("2026-01-05", "2026-02-19");
        List<Decision> one = nights.run("2026-02-20");
        assertThat(one.stream().map(Nights::words)).containsExactly("212/D 2026-01-05");
        assertThat(((Decision.Report) one.get(0)).line()).contains("<ArlpAmt>7000</ArlpAmt>");
        List<Decision> none = nights.run("2026-02-25");
        assertThat(none.stream().map(Nights::words)).containsExactly("212/D 2026-01-05");
        assertThat(((Decision.Report) none.get(0)).line())
                .contains("<RltRepymtInfSgmt><RltRepymtNm>0</RltRepymtNm></RltRepymtInfSgmt>");
        assertThat(nights.run("2026-02-26", "2026-03-01")).isEmpty();
    }

    @Test
    void a_borrower_s_new_name_corrects_the_base_of_the_newest_day() {
        Nights nights = nights(Loan.yearly().renamed("测试丙", Records.RESIDENT, "2026-02-15"));
        nights.run("2026-01-05", "2026-02-14");
        List<Decision> decisions = nights.run("2026-02-15");
        assertThat(decisions.stream().map(Nights::words)).containsExactly("212/B 2026-01-31");
        assertThat(((Decision.Report) decisions.get(0)).line())
                .contains("<MdfcSgmtCode>B</MdfcSgmtCode>", "<AcctBsSgmt><Name>测试丙</Name><IDType>10</IDType>");
        assertThat(((Decision.Report) decisions.get(0)).facts().toString()).doesNotContain("测试");
        assertThat(nights.run("2026-02-16", "2026-03-01")).isEmpty();
    }

    @Test
    void a_closed_loan_is_told_its_borrower_s_new_number_too() {
        Loan loan = Loan.loan()
                .matures("2026-02-20")
                .due(1, "2026-02-20", 100_000, 0)
                .paid("a", "2026-02-20", 100_000)
                .renamed("测试甲", Records.GUARANTOR, "2026-03-15");
        assertThat(nights(loan).run("2026-01-05", "2026-04-30"))
                .endsWith("02-20 210/20 2026-02-20 C", "03-15 212/B 2026-02-20");
    }

    /** The refund was booked before the closing was told, or after it: either way 1000 of the 1200 was paid. */
    @Test
    void a_closing_is_told_without_what_was_refunded_and_corrected_where_it_was_told_before() {
        Loan late = Loan.loan()
                .matures("2026-02-10")
                .due(1, "2026-02-10", 100_000, 0)
                .paid("a", "2026-02-10", 120_000);
        late.entry(EntryType.REFUND, "r", "2026-02-15", 20_000);
        Nights nights = Nights.of(Lender.PLAIN, late);
        nights.run("2026-01-05", "2026-02-09");
        assertThat(nights.run("2026-02-10", "2026-03-02"))
                .containsExactly("02-10 210/20 2026-02-10 C", "02-15 212/H 2026-02-10 C");
        assertThat(nights.reported().get(nights.reported().size() - 1).facts()).containsEntry("ActRpyAmt", "1000");
        Nights atOnce = Nights.of(Lender.PLAIN, late);
        atOnce.run("2026-01-05", "2026-02-09");
        assertThat(atOnce.words("2026-02-16")).containsExactly("210/20 2026-02-10 C");
        assertThat(atOnce.reported().get(atOnce.reported().size() - 1).facts()).containsEntry("ActRpyAmt", "1000");
    }
}
