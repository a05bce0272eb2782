package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.Records.FILING;
import static io.arrears.bureau.pboc.record.Records.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.Fault;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.SectionKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be told breaks nothing, and each rule of a record can be broken alone. */
public class RecordRulesTest {

    public static Stream<PbocRecord> valid() {
        return Stream.of(
                Records.newLoan(),
                Records.foundLoan(),
                Records.overdueLoan(),
                Records.paidLoan(),
                Records.closedLoan(),
                Records.closedAtSettlement(),
                Records.recoveredLoan(),
                Records.opened(AccountType.R1),
                Records.opened(AccountType.R2),
                Records.opened(AccountType.R3),
                Records.opened(AccountType.R4),
                Records.settled(AccountType.R1),
                Records.settled(AccountType.R2),
                Records.settled(AccountType.R3),
                Records.settled(AccountType.R4),
                Records.collection(),
                Records.endedCollection(),
                Events.correctedMonth(),
                Events.correctedBase(),
                Events.renaming(Records.ACCOUNT_CODE, Records.SEGMENT + "LN18"),
                Events.sectionDeletion("H", "2026-01-01", ""),
                Events.accountDeletion(),
                Events.event("21", "2026-03", "1", "2026-03-05"),
                Events.personDeletion(),
                Events.newPerson(),
                Contracts.begun("2026-03-20"),
                Contracts.changed("2026-03-31"),
                Contracts.ended("2026-03-31"),
                Contracts.correctedBase("2026-03-31"),
                Contracts.correctedLimit(Contracts.changed("2026-03-31")),
                Contracts.renaming(Contracts.CODE, Records.SEGMENT + "CR6"),
                Contracts.sectionDeletion("2026-03-31", ""),
                Contracts.deletion());
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_right_record_breaks_nothing(PbocRecord record) {
        assertThat(RecordRules.check(record, FILING)).isEmpty();
    }

    @Test
    void every_rule_is_broken_alone_by_some_row() {
        List<String> broken = Stream.of(
                        ItemRulesTest.rows(),
                        ShapeRulesTest.rows(),
                        SectionRulesTest.rows(),
                        BasicInfoRulesTest.rows(),
                        MonthlyRulesTest.rows(),
                        AccountRulesTest.rows(),
                        PersonRulesTest.rows(),
                        EventRulesTest.rows(),
                        ContractRulesTest.rows())
                .flatMap(rows -> rows)
                .map(Broken::rule)
                .distinct()
                .toList();
        assertThat(RecordRules.ids()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(broken);
    }

    @Test
    void personal_values_are_masked_and_others_shown() {
        PbocRecord record = set(Records.newLoan(), SectionKind.BASE, "IDNum", "110101199003077716");
        record = set(record, SectionKind.MONTHLY, "AcctBal", "1,5");
        assertThat(RecordRules.check(record, FILING))
                .extracting(Fault::tag, Fault::shown)
                .containsExactly(tuple("AcctBal", "1,5"), tuple("IDNum", "1… (18)"));
        assertThat(record.toString() + record.sections()).doesNotContain("110101", "测试");
    }
}
