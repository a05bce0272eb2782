package io.arrears.bureau.pboc.tradeline;

import static io.arrears.bureau.pboc.record.Records.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.Sections;
import io.arrears.bureau.pboc.rule.Events;
import io.arrears.bureau.pboc.rule.RecordRulesTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is remembered of a record, and what tells it apart in its file. */
class FactsTest {

    static Stream<PbocRecord> records() {
        return RecordRulesTest.valid();
    }

    @ParameterizedTest
    @MethodSource("records")
    void nothing_personal_is_remembered_or_identifies(PbocRecord record) {
        assertThat(Facts.of(record) + Identity.of(record))
                .doesNotContain(
                        "测试", "110101199003", "310101199506", "13800000000", "E12345678", "120000", "1990-03-07");
    }

    @Test
    void values_stand_by_their_tags_and_what_is_personal_by_a_digest() {
        Map<String, String> facts = Facts.of(Records.foundLoan());
        assertThat(facts)
                .containsEntry("sections", "BCDFH")
                .containsEntry("AcctType", "D1")
                .containsEntry("RptDateCode", "31")
                .containsEntry("Month", "2026-03")
                .containsEntry("RpyStatus", "*")
                .containsEntry("FiveCateAdjDate", "2026-03-31")
                .containsEntry("OpenDate", "2025-12-10")
                .containsKeys("digest.C", "digest.D", "DueDate", "LoanAmt")
                .doesNotContainKeys("Name", "IDNum", "ArlpName", "CloseDate", "digest.H");
        assertThat(facts.get("digest.C")).matches("[0-9a-f]{64}");
        assertThat(Facts.of(set(Records.foundLoan(), SectionKind.BASIC_INFO, "DueDate", "2028-01-01"))
                        .get("digest.C"))
                .isNotEqualTo(facts.get("digest.C"));
    }

    @Test
    void special_transactions_stand_by_type_and_day() {
        PbocRecord record = Records.plus(
                Records.overdueLoan(),
                Sections.trades(AccountType.D1, Sections.prepaid("2026-03-01"), Sections.prepaid("2026-03-20")));
        assertThat(Facts.of(record))
                .containsEntry("trades", "4@2026-03-01;4@2026-03-20")
                .hasEntrySatisfying("trades-in-full", full -> assertThat(full)
                        .matches("4@2026-03-01 \\d+ \\d+;4@2026-03-20 \\d+ \\d+"))
                .containsEntry("sections", "BHK");
    }

    @Test
    void a_person_is_digests_and_update_dates() {
        assertThat(Facts.of(Events.newPerson()))
                .containsEntry("sections", "ID;Fcs;Sps;Edu;Octpn;Rednc;Mlg;Inc")
                .containsEntry("FcsInfoUpDate", "2026-03-20")
                .containsKeys("digest.ID", "digest.Fcs", "digest.Inc")
                .doesNotContainKeys("DOB", "Sex", "MariStatus");
    }

    @Test
    void an_event_and_a_correction_stand_by_their_tags() {
        assertThat(Facts.of(Events.event("21", "2026-03", "1", "2026-03-05")))
                .containsEntry("OpetnType", "21")
                .containsEntry("Flag", "1");
        assertThat(Facts.of(Events.correctedMonth()))
                .containsEntry("MdfcSgmtCode", "H")
                .containsEntry("sections", "H")
                .containsEntry("TotOverd", "2200");
    }

    @Test
    void identifying_items_are_those_of_r0000201() {
        assertThat(Identity.of(Records.overdueLoan())).isEqualTo("210 10100000010001LN17 2026-03-31");
        assertThat(Identity.of(Events.correctedMonth())).isEqualTo("212 10100000010001LN17 2026-03-31 H 2026-03");
        assertThat(Identity.of(Events.correctedBase())).isEqualTo("212 10100000010001LN17 2026-03-31 B");
        assertThat(Identity.of(Events.newPerson())).matches("110 [0-9a-f]{64} 10100000010001 2026-03-20");
    }
}
