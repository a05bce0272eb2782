package io.arrears.lender;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Policy;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text that a run keeps of its lender gives the same lender again, whatever has become of the files. */
class KeptPolicyTest {

    @TempDir
    Path folder;

    static Stream<String> shipped() {
        return LenderFile.names(Jobs.SHIPPED).stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void of_every_lender_that_is_shipped(String name) {
        Lender lender = LenderFile.load(Jobs.SHIPPED, name);
        assertThat(LenderFile.parse(lender.text())).isEqualTo(lender);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "due-date-roll: following\ncalendar: cn\n",
                "penalty: {rate-per-day: 0.0005, base: total}\ntolerance: {USD: 0.50, JPY: 50, KWD: 0.100}\n",
                "penalty: {rate-per-day: 0.0005, base: total, disclosed-in: 明示表 3}\ncost-cap: {percent-a-year: 23.5, day-count: 30/360, opened-from: 2025-10-01}\n",
                "brake: 2.5 %\nmax-rejects: 0.1%\ncontrols: required\nrequired-feeds: [accounts, entries]\n",
                "classes-source: \"a \\\"quoted\\\" source: with # and 'signs' \\\\ 逾期 \\U0001F4B0\"\ncharges-age: true\n",
                "component-order: [principal, interest, fee, penalty]\nallocation: component-first\ngrace-mode: shift\n"
            })
    void of_any_other_choice(String more) {
        Jobs jobs = new Jobs(folder);
        jobs.with("calendars/cn.csv", "date,kind,name\n2026-10-01,holiday,国庆节\n2026-10-10,workday,\n");
        Lender lender = jobs.north(more);
        assertThat(LenderFile.parse(lender.text())).isEqualTo(lender);
        assertThat(lender.digest()).hasSize(64).isNotEqualTo(jobs.north("").digest());
    }

    @Test
    void a_calendar_in_another_order_or_with_other_names_is_the_same_policy() {
        Jobs jobs =
                new Jobs(folder).with("calendars/cn.csv", "date,kind,name\n2026-10-01,holiday,a\n2026-10-02,holiday,b");
        String digest = jobs.north("due-date-roll: following\ncalendar: cn\n").digest();
        jobs.with("calendars/cn.csv", "date,kind,name\r\n2026-10-02,holiday,\r\n2026-10-01,holiday,\r\n");
        assertThat(jobs.load().digest()).isEqualTo(digest);
        jobs.with("calendars/cn.csv", "date,kind,name\n2026-10-01,holiday,a\n");
        assertThat(jobs.load().digest()).isNotEqualTo(digest);
    }

    @Test
    void a_calendar_of_ten_years_is_kept_whole() {
        StringBuilder days = new StringBuilder("date,kind,name\n");
        IntStream.range(0, 3650)
                .forEach(day -> days.append(java.time.LocalDate.of(2026, 1, 1).plusDays(day))
                        .append(",holiday,\n"));
        Lender lender = new Jobs(folder)
                .with("calendars/cn.csv", days.toString())
                .north("due-date-roll: following\ncalendar: cn\n");
        assertThat(LenderFile.parse(lender.text())).isEqualTo(lender);
    }

    @Test
    void cards_have_their_own_class_table() {
        Jobs jobs = new Jobs(folder);
        jobs.with("lenders/cards.yaml", "include: [common.yaml, classes-cn-cards.yaml]\nlender: cards\n");
        jobs.with("lenders/classes-cn-cards.yaml", text("lenders/classes-cn-cards.yaml"));
        Policy policy = LenderFile.load(jobs.folder(), "cards").policy();
        assertThat(IntStream.of(0, 1, 90, 91, 120, 121, 180, 181, 999)
                        .map(dpd -> policy.classes().at(dpd)))
                .containsExactly(1, 2, 2, 3, 3, 4, 4, 5, 5);
        assertThat(LenderFile.load(jobs.folder(), "cards").text()).contains("商业银行信用卡业务监督管理办法");
    }

    private static String text(String file) {
        try {
            return java.nio.file.Files.readString(Jobs.SHIPPED.resolve(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
