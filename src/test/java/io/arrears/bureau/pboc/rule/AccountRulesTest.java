package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.AccountType.D1;
import static io.arrears.bureau.pboc.record.AccountType.R2;
import static io.arrears.bureau.pboc.record.Records.FILING;
import static io.arrears.bureau.pboc.record.Records.closedLoan;
import static io.arrears.bureau.pboc.record.Records.endedCollection;
import static io.arrears.bureau.pboc.record.Records.newLoan;
import static io.arrears.bureau.pboc.record.Records.plus;
import static io.arrears.bureau.pboc.record.Records.recoveredLoan;
import static io.arrears.bureau.pboc.record.Records.set;
import static io.arrears.bureau.pboc.record.Records.settled;
import static io.arrears.bureau.pboc.record.SectionKind.BASE;
import static io.arrears.bureau.pboc.record.SectionKind.BASIC_INFO;
import static io.arrears.bureau.pboc.record.SectionKind.MONTHLY;
import static io.arrears.bureau.pboc.record.SectionKind.NON_MONTHLY;
import static io.arrears.bureau.pboc.rule.Broken.broken;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.Sections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an account's sections say of each other, and what is not of a month. */
class AccountRulesTest {

    static Stream<Broken> rows() {
        return Stream.of(
                broken("I2100A08", "AcctStatus", set(closedLoan(), MONTHLY, "AcctStatus", "1")),
                broken("I2100A08", "AcctStatus", set(endedCollection(), NON_MONTHLY, "AcctStatus", "1")),
                broken(
                        "I2100A09",
                        "FiveCateAdjDate",
                        set(Records.foundLoan(), MONTHLY, "FiveCateAdjDate", "2025-12-09")),
                broken(
                        "I2100A10",
                        "TranDate",
                        plus(
                                set(closedLoan(), BASE, "RptDate", "2026-03-31"),
                                Sections.trades(D1, Sections.prepaid("2026-03-26")))),
                broken("I2100A11", "OpenDate", set(newLoan(), BASIC_INFO, "OpenDate", "2026-02-18")),
                broken("I2100A12", "CloseDate", closedOn("2026-02-23")),
                broken("I2100A13", "Month", set(settled(D1), MONTHLY, "Month", "2026-01")),
                broken("I2100A13", "Month", set(settled(D1), MONTHLY, "Month", "2026-05")),
                broken("I2100A14", "LatRpyDate", set(recoveredLoan(), NON_MONTHLY, "LatRpyDate", "2026-03-14")),
                broken("I2100A16", "AcctStatus", set(recoveredLoan(), NON_MONTHLY, "AcctStatus", "3")),
                broken("I2100I01", "SpecEndDate", plus(settled(R2), plan("2026-03-01", "2026-02-28"))),
                broken("I2100J02", "RpyStatus", set(recoveredLoan(), NON_MONTHLY, "RpyStatus", "M")),
                broken("I2100J03", "CloseDate", set(endedCollection(), NON_MONTHLY, "CloseDate", "2026-03-24")),
                broken("I2100J04", "CloseDate", set(endedCollection(), NON_MONTHLY, "CloseDate", "")),
                broken("I2100J05", "AcctBal", set(endedCollection(), NON_MONTHLY, "AcctBal", "1")),
                broken("I2100J06", "OverdPrd", set(recoveredLoan(), NON_MONTHLY, "OverdPrd", "1")),
                broken("I2100J06", "TotOverd", set(recoveredLoan(), NON_MONTHLY, "TotOverd", "1")),
                broken("I2100K01", "CagOfTrdNm", plus(settled(D1), Sections.trades(D1))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_breaks_it_breaks_nothing_else(Broken row) {
        row.breaksAlone();
    }

    private static PbocRecord closedOn(String day) {
        return set(closedLoan(), MONTHLY, "CloseDate", day, "FiveCateAdjDate", day, "LatRpyDate", day);
    }

    private static Section plan(String from, String to) {
        return Sections.section(
                SectionKind.LARGE_INSTALMENT,
                R2,
                "SpecLine",
                "9000",
                "SpecEfctDate",
                from,
                "SpecEndDate",
                to,
                "UsedInstAmt",
                "0");
    }

    @Test
    void up_to_29_days_a_new_or_closed_account_is_told_in_time() {
        assertThat(RecordRules.check(set(newLoan(), BASIC_INFO, "OpenDate", "2026-02-19"), FILING))
                .isEmpty();
        assertThat(RecordRules.check(closedOn("2026-02-24"), FILING)).isEmpty();
    }

    @Test
    void the_month_before_or_after_may_be_told() {
        assertThat(RecordRules.check(set(settled(D1), MONTHLY, "Month", "2026-02"), FILING))
                .isEmpty();
        assertThat(RecordRules.check(set(settled(D1), MONTHLY, "Month", "2026-04"), FILING))
                .isEmpty();
    }

    @Test
    void an_overdue_loan_may_have_more_principal_overdue_than_its_ages_show() {
        assertThat(RecordRules.check(Records.overdueLoan(), FILING)).isEmpty();
    }
}
