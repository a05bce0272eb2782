package io.arrears.bureau.pboc.tradeline;

import static io.arrears.bureau.pboc.rule.Broken.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.rule.Contracts;
import io.arrears.bureau.pboc.rule.Histories;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.Reported;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bureau's record types and report points mean in the words of every bureau. */
class MeaningsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            110 | 10 | PERSON   | REPORT          | EVENT
            114 | -  | PERSON   | RETRACT_ACCOUNT | EVENT
            210 | 10 | ACCOUNT  | REPORT          | OPENING
            210 | 30 | ACCOUNT  | REPORT          | MONTH_END
            210 | 31 | ACCOUNT  | REPORT          | MONTH_END
            210 | 32 | ACCOUNT  | REPORT          | MONTH_END
            210 | 20 | ACCOUNT  | REPORT          | CLOSING
            210 | 40 | ACCOUNT  | REPORT          | CURE
            211 | -  | ACCOUNT  | CORRECT         | EVENT
            212 | H  | ACCOUNT  | CORRECT         | EVENT
            213 | -  | ACCOUNT  | RETRACT_PART    | EVENT
            214 | -  | ACCOUNT  | RETRACT_ACCOUNT | EVENT
            215 | -  | ACCOUNT  | CORRECT         | EVENT
            220 | 10 | CONTRACT | REPORT          | OPENING
            220 | 30 | CONTRACT | REPORT          | EVENT
            220 | 20 | CONTRACT | REPORT          | CLOSING
            221 | -  | CONTRACT | CORRECT         | EVENT
            222 | D  | CONTRACT | CORRECT         | EVENT
            223 | -  | CONTRACT | RETRACT_PART    | EVENT
            224 | -  | CONTRACT | RETRACT_ACCOUNT | EVENT
            """)
    void a_record_is_of_something_and_does_something_to_what_is_on_file(
            String kind, String code, Meaning.Subject subject, Meaning.Act act, Meaning.Moment moment) {
        Meaning meaning = Meanings.of(kind, code, LocalDate.of(2026, 3, 31), Map.of());
        assertThat(meaning.subject()).isEqualTo(subject);
        assertThat(meaning.act()).isEqualTo(act);
        assertThat(meaning.moment()).isEqualTo(moment);
        assertThat(meaning.isAccountReport()).isEqualTo(kind.equals("210"));
        assertThat(meaning.isAccountRetraction()).isEqualTo(kind.equals("214"));
    }

    @Test
    void an_agreement_is_over_by_its_own_status() {
        assertThat(reported(Contracts.changed("2026-03-31")).meaning().last()).isFalse();
        assertThat(reported(Contracts.ended("2026-03-31")).meaning().last()).isTrue();
    }

    /** Deleted with its last section, and nothing of the account's. */
    @Test
    void an_account_and_its_agreement_are_on_file_apart() {
        Reported month = reported(Histories.month(AccountType.R1, "2026-03", "2026-03-31"));
        Reported begun = reported(Contracts.begun("2026-03-20"));
        Reported taken = reported(Contracts.deletion(), "2026-04-01");
        List<Reported> all = List.of(month, begun);
        assertThat(SectionsOnFile.of(all).parts())
                .extracting(SectionsOnFile.Part::letter)
                .containsExactly("B", "H");
        assertThat(SectionsOnFile.ofContract(all).parts())
                .extracting(SectionsOnFile.Part::letter)
                .containsExactly("B", "C", "D");
        assertThat(SectionsOnFile.ofContract(List.of(month, begun, taken)).isHeld())
                .isFalse();
        assertThat(LoanOnFile.of(List.of(month, begun, taken)).isDeleted()).isFalse();
        assertThat(LoanOnFile.of(List.of(begun)).isHeld()).isFalse();
    }

    @Test
    void one_report_of_an_agreement_a_day_is_loaded() {
        Reported loaded = reported(Contracts.changed("2026-03-31"));
        assertThat(reported(Contracts.ended("2026-03-31")).repeats(loaded)).isTrue();
        assertThat(reported(Contracts.changed("2026-03-30")).repeats(loaded)).isFalse();
        assertThat(RecordKind.isOfContract(loaded.kind())).isTrue();
    }
}
