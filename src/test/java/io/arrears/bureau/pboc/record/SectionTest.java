package io.arrears.bureau.pboc.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A section holds what its account type has, and takes no tag that its layout lacks. */
class SectionTest {

    @Test
    void what_the_type_has_is_blank_and_what_it_lacks_is_absent() {
        Section month = Section.of(SectionKind.MONTHLY, AccountType.D1).with("Month", "2026-03");
        assertThat(month.value("Month")).isEqualTo("2026-03");
        assertThat(month.has("CloseDate")).isTrue();
        assertThat(month.value("CloseDate")).isEmpty();
        assertThat(month.has("PridAcctBal")).isFalse();
        assertThat(month.with("PridAcctBal", "").has("PridAcctBal")).isFalse();
    }

    @Test
    void an_unknown_tag_is_refused() {
        Section month = Section.of(SectionKind.MONTHLY, AccountType.D1);
        assertThatThrownBy(() -> month.with("OVERD31_60PRINC", "0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no element OVERD31_60PRINC");
        assertThatThrownBy(() -> month.plus(Section.entry(SectionKind.SPECIAL_TRADES)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Section.entry(SectionKind.MONTHLY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_section_is_never_changed() {
        Section month = Section.of(SectionKind.MONTHLY, AccountType.D1);
        month.with("Month", "2026-03");
        month.without("CloseDate");
        assertThat(month.value("Month")).isEmpty();
        assertThat(month.has("CloseDate")).isTrue();
    }

    @Test
    void what_depends_on_a_code_appears_and_goes_with_it() {
        Section spouse = Section.of(SectionKind.SPOUSE).with("MariStatus", "10");
        assertThat(spouse.has("SpoName")).isFalse();
        Section married = spouse.with("MariStatus", "20");
        assertThat(married.has("SpoName")).isTrue();
        assertThat(married.with("MariStatus", "40").has("SpoName")).isFalse();
        assertThat(married.with("SpoName", "测试乙").with("MariStatus", "40").has("SpoName"))
                .as("what is filled is not thrown away silently")
                .isTrue();
    }

    @Test
    void entries_are_counted() {
        Section trades = Section.of(SectionKind.SPECIAL_TRADES, AccountType.D1);
        assertThat(trades.value("CagOfTrdNm")).isEqualTo("0");
        assertThat(trades.plus(Sections.prepaid("2026-03-01"))
                        .plus(Sections.prepaid("2026-03-02"))
                        .value("CagOfTrdNm"))
                .isEqualTo("2");
    }
}
