package io.arrears.bureau.pboc.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.tradeline.Meanings;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Reported;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** When the borrower is told, beside the account; the words are those of {@link Nights#words}. */
class PersonDecisionsTest {

    private static Loan incomplete() {
        return Loan.yearly()
                .ofPerson("customer_type", "11", "2026-01-05")
                .ofPerson("sex", "1", "2026-01-05")
                .ofPerson("nationality", "CHN", "2026-01-05")
                .ofPerson("marital_status", "10", "2026-01-05")
                .ofPerson("education", "20", "2026-01-05")
                .ofPerson("degree", "4", "2026-01-05")
                .ofPerson("residence_status", "1", "2026-01-05")
                .ofPerson("mail_address", "上海市测试路一号", "2026-01-05")
                .ofPerson("mail_postal_code", "200000", "2026-01-05");
    }

    private static Loan complete() {
        return incomplete().ofPerson("employment_status", "90", "2026-01-05");
    }

    @Test
    void an_incomplete_person_waits_and_holds_no_account() {
        assertThat(Nights.of(Lender.PLAIN, incomplete()).words("2026-01-05"))
                .containsExactly("210/10 2026-01-05 *", "held complete 110/10 2026-01-05");
    }

    @Test
    void a_person_is_told_once_and_again_when_something_changes() {
        Nights nights = Nights.of(Lender.PLAIN, complete().ofPerson("marital_status", "20", "2026-02-20"));
        assertThat(nights.run("2026-01-05", "2026-02-28"))
                .containsExactly(
                        "01-05 210/10 2026-01-05 *",
                        "01-05 110/10 2026-01-05",
                        "02-02 210/30 2026-01-31 *",
                        "02-20 110/20 2026-02-20");
    }

    @Test
    void a_person_who_became_another_kind_of_customer_is_told_so_by_the_base_alone() {
        Nights nights = Nights.of(Lender.PLAIN, complete().ofPerson("customer_type", "12", "2026-01-20"));
        assertThat(nights.run("2026-01-05", "2026-01-31"))
                .containsExactly("01-05 210/10 2026-01-05 *", "01-05 110/10 2026-01-05", "01-20 110/20 2026-01-20");
    }

    /** The bureau holds nobody of the new number (R1101201). */
    @Test
    void a_person_of_a_new_number_is_told_as_a_new_one() {
        Nights nights = Nights.of(Lender.PLAIN, complete().renamed("测试甲", Records.GUARANTOR, "2026-01-20"));
        assertThat(nights.run("2026-01-05", "2026-01-31"))
                .containsExactly(
                        "01-05 210/10 2026-01-05 *",
                        "01-05 110/10 2026-01-05",
                        "01-20 212/B 2026-01-05",
                        "01-20 110/10 2026-01-20");
    }

    @Test
    void what_a_record_breaks_by_itself_and_beside_what_was_told_is_listed_at_once() {
        Nights nights = Nights.of(Lender.PLAIN, complete().ofPerson("mail_postal_code", "1", "2026-02-20"));
        nights.run("2026-01-05", "2026-02-19");
        nights.reported()
                .replaceAll(record -> Meanings.reported(
                        record.kind(),
                        record.code(),
                        record.reportedOn(),
                        record.digest(),
                        record.kind().equals("110") ? later(record.facts()) : record.facts(),
                        record.state(),
                        record.fault()));

        assertThat(nights.run("2026-02-20"))
                .filteredOn(Decision.Rejection.class::isInstance)
                .singleElement()
                .extracting(decision -> ((Decision.Rejection) decision)
                        .broken().stream()
                                .map(Decision.Rejection.Broken::rule)
                                .distinct()
                                .sorted()
                                .toList())
                .isEqualTo(List.of("I0000201", "R1101202"));
    }

    private static Map<String, String> later(Map<String, String> facts) {
        Map<String, String> later = new TreeMap<>(facts);
        later.computeIfPresent("MlgInfoUpDate", (tag, day) -> "2026-03-01");
        return later;
    }

    @Test
    void a_refused_person_waits_until_something_changes() {
        Nights nights = Nights.of(Lender.PLAIN, complete().ofPerson("employment_status", "91", "2026-01-08"));
        nights.run("2026-01-05");
        List<Reported> reported = nights.reported();
        reported.set(0, reported.get(0).refused("BBD001 CpnName"));
        assertThat(nights.run("2026-01-06", "2026-01-08"))
                .containsExactly(
                        "01-06 held answered 110/10 2026-01-05",
                        "01-07 held answered 110/10 2026-01-05",
                        "01-08 110/10 2026-01-08");
    }

    @Test
    void a_person_prepared_and_not_sent_holds_no_account_and_an_account_no_person() {
        Nights nights = Nights.of(Lender.PLAIN, complete().ofPerson("marital_status", "20", "2026-01-31"));
        nights.run("2026-01-05");
        List<Reported> reported = nights.reported();
        reported.replaceAll(record -> record.kind().equals("110") ? record.as(Reported.State.PREPARED) : record);
        assertThat(nights.words("2026-02-02"))
                .containsExactly("210/30 2026-01-31 *", "held underway 110/10 2026-01-05");
        reported.replaceAll(record -> record.kind().equals("110") ? record.as(Reported.State.SENT) : record);
        reported.replaceAll(record -> record.kind().equals("210") ? record.as(Reported.State.PREPARED) : record);
        assertThat(nights.words("2026-02-03"))
                .contains("110/20 2026-02-03")
                .first()
                .asString()
                .startsWith("held underway 210");
    }
}
