package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.AccountType.D1;
import static io.arrears.bureau.pboc.record.AccountType.R2;
import static io.arrears.bureau.pboc.record.AccountType.R4;
import static io.arrears.bureau.pboc.record.Records.plus;
import static io.arrears.bureau.pboc.record.Records.set;
import static io.arrears.bureau.pboc.record.SectionKind.BASE;
import static io.arrears.bureau.pboc.record.SectionKind.MONTHLY;
import static io.arrears.bureau.pboc.rule.Broken.after;
import static io.arrears.bureau.pboc.rule.Broken.reported;
import static io.arrears.bureau.pboc.rule.Events.event;
import static io.arrears.bureau.pboc.rule.Histories.closedCard;
import static io.arrears.bureau.pboc.rule.Histories.month;
import static io.arrears.bureau.pboc.rule.Histories.recovered;

import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.Sections;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An account record beside what is held. */
class AccountHistoryRulesTest {

    static Stream<Broken> rows() {
        return Stream.of(
                after("R0001203", "RptDate", recovered(D1, "2026-03-31"), reported(month(D1, "2026-03", "2026-03-31"))),
                after(
                        "R2101204",
                        "AcctType",
                        month(D1, "2026-03", "2026-03-31"),
                        reported(month(R4, "2026-02", "2026-02-28"))),
                after("R2101205", "RptDate", month(D1, "2026-04", "2026-04-30"), reported(Records.closedLoan())),
                after(
                        "R2101206",
                        "RptDate",
                        set(month(D1, "2026-01", "2026-02-15"), MONTHLY, "AcctStatus", "3", "RpyStatus", "C"),
                        reported(month(D1, "2026-02", "2026-02-28"))),
                after(
                        "R2101207",
                        "FiveCateAdjDate",
                        set(month(D1, "2026-03", "2026-03-31"), MONTHLY, "FiveCateAdjDate", "2026-02-27"),
                        reported(month(D1, "2026-02", "2026-02-28"))),
                after(
                        "R2101207",
                        "FiveCateAdjDate",
                        set(month(D1, "2026-02", "2026-02-28"), MONTHLY, "FiveCateAdjDate", "2026-02-28"),
                        reported(set(month(D1, "2026-03", "2026-03-31"), MONTHLY, "FiveCateAdjDate", "2026-02-27"))),
                after(
                        "R2101208",
                        "TranDate",
                        plus(
                                month(D1, "2026-03", "2026-03-31"),
                                Sections.trades(D1, Sections.prepaid("2026-03-01"), Sections.prepaid("2026-02-20"))),
                        reported(plus(
                                month(D1, "2026-02", "2026-02-28"),
                                Sections.trades(D1, Sections.prepaid("2026-02-20"), Sections.prepaid("2026-02-21"))))),
                after(
                        "R2101209",
                        "Month",
                        month(R2, "2026-03", "2026-03-31"),
                        reported(month(R2, "2026-02", "2026-02-28")),
                        reported(event("11", "2026-03", "1", "2026-03-25"))),
                after(
                        "R2101210",
                        "RptDate",
                        month(D1, "2026-03", "2026-03-31"),
                        reported(month(D1, "2026-02", "2026-02-28")),
                        reported(event("21", "2026-03", "1", "2026-03-05"))),
                after(
                        "R2101211",
                        "Month",
                        month(R2, "2026-02", "2026-02-28"),
                        reported(closedCard()),
                        reported(event("12", "2026-03", "1", "2026-03-05"))),
                after(
                        "R2101212",
                        "Month",
                        month(D1, "2026-03", "2026-03-30"),
                        reported(month(D1, "2026-03", "2026-03-31"))),
                after(
                        "R2101213",
                        "RptDate",
                        recovered(R2, "2026-03-15"),
                        reported(month(R2, "2026-02", "2026-02-28")),
                        reported(event("11", "2026-03", "1", "2026-03-15"))),
                after(
                        "R2101214",
                        "OrigCreditorInfSgmt",
                        set(
                                plus(Records.newLoan(), Records.collection().section(SectionKind.ORIGINAL_DEBT)),
                                BASE,
                                "RptDateCode",
                                "30")),
                after("R2101215", "AcctBsInfSgmt", month(D1, "2026-03", "2026-03-31")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_breaks_it_breaks_nothing_else(Broken row) {
        row.breaksAloneAfterwards();
    }
}
