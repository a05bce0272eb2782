package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.AccountType.D1;
import static io.arrears.bureau.pboc.record.AccountType.R2;
import static io.arrears.bureau.pboc.record.Records.ACCOUNT_CODE;
import static io.arrears.bureau.pboc.rule.Broken.after;
import static io.arrears.bureau.pboc.rule.Broken.reported;
import static io.arrears.bureau.pboc.rule.Events.event;
import static io.arrears.bureau.pboc.rule.Events.renaming;
import static io.arrears.bureau.pboc.rule.Events.sectionDeletion;
import static io.arrears.bureau.pboc.rule.Histories.closedCard;
import static io.arrears.bureau.pboc.rule.Histories.month;
import static io.arrears.bureau.pboc.rule.Histories.recovered;

import io.arrears.bureau.pboc.record.Records;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renamings, deletions and events beside what is held. */
class EventHistoryRulesTest {

    private static final String OTHER = Records.SEGMENT + "LN18";

    static Stream<Broken> rows() {
        return Stream.of(
                after(
                        "I0001801",
                        "AcctCode",
                        month(D1, "2026-03", "2026-03-31"),
                        reported(month(D1, "2026-02", "2026-02-28")),
                        reported(renaming(ACCOUNT_CODE, OTHER), "2026-03-02")),
                after(
                        "I0001801",
                        "DelRecCode",
                        Events.accountDeletion(),
                        reported(month(D1, "2026-02", "2026-02-28")),
                        reported(renaming(ACCOUNT_CODE, OTHER), "2026-03-02")),
                after("I2111B02", "OdBnesCode", renaming(ACCOUNT_CODE, OTHER)),
                after(
                        "I2111B02",
                        "OdBnesCode",
                        renaming(ACCOUNT_CODE, Records.SEGMENT + "LN19"),
                        reported(month(D1, "2026-02", "2026-02-28")),
                        reported(renaming(ACCOUNT_CODE, OTHER), "2026-03-02")),
                after(
                        "I2111B03",
                        "NwBnesCode",
                        renaming(OTHER, ACCOUNT_CODE),
                        reported(month(D1, "2026-02", "2026-02-28"))),
                after(
                        "R2131201",
                        "DelStartDate",
                        sectionDeletion("H", "2026-01-01", "2026-01-31"),
                        reported(closedCard()),
                        reported(event("12", "2026-03", "1", "2026-03-05"))),
                after(
                        "R2131202",
                        "DelStartDate",
                        sectionDeletion("H", "2026-03-01", ""),
                        reported(month(R2, "2026-02", "2026-02-28")),
                        reported(event("11", "2026-03", "1", "2026-03-25"))),
                after("R2131203", "DelRecCode", sectionDeletion("H", "2026-03-01", "")),
                after("R2141101", "DelRecCode", Events.accountDeletion()),
                after("R2151201", "AcctCode", event("21", "2026-03", "1", "2026-03-05")),
                after(
                        "R2151202",
                        "OpetnType",
                        event("11", "2026-03", "1", "2026-03-05"),
                        reported(month(D1, "2026-02", "2026-02-28"))),
                after("R2151202", "OpetnType", event("11", "2026-03", "1", "2026-03-05"), reported(closedCard())),
                after(
                        "R2151202",
                        "OpetnType",
                        event("11", "2026-02", "1", "2026-02-27"),
                        reported(month(R2, "2026-02", "2026-02-28"))),
                after(
                        "R2151202",
                        "OpetnType",
                        event("11", "2026-03", "1", "2026-03-06"),
                        reported(month(R2, "2026-02", "2026-02-28")),
                        reported(event("11", "2026-03", "1", "2026-03-05"))),
                after(
                        "R2151203",
                        "OpetnType",
                        event("12", "2026-03", "1", "2026-03-05"),
                        reported(month(R2, "2026-02", "2026-02-28"))),
                after("R2151203", "OpetnType", event("12", "2026-01", "1", "2026-01-30"), reported(closedCard())),
                after(
                        "R2151204",
                        "OpetnType",
                        event("21", "2026-04", "1", "2026-04-05"),
                        reported(month(D1, "2026-02", "2026-02-28"))),
                after(
                        "R2151204",
                        "OpetnType",
                        event("21", "2026-03", "1", "2026-03-05"),
                        reported(month(D1, "2026-02", "2026-02-28")),
                        reported(recovered(D1, "2026-03-15"))),
                after(
                        "R2151204",
                        "OpetnType",
                        event("21", "2026-04", "1", "2026-04-05"),
                        reported(Records.closedLoan())),
                after(
                        "R2151205",
                        "Flag",
                        event("21", "2026-03", "0", "2026-03-05"),
                        reported(month(D1, "2026-02", "2026-02-28"))),
                after(
                        "R2151205",
                        "Flag",
                        event("12", "2026-03", "0", "2026-03-06"),
                        reported(closedCard()),
                        reported(event("12", "2026-03", "1", "2026-03-05")),
                        reported(month(R2, "2026-03", "2026-03-31"))),
                after(
                        "R2151206",
                        "RptDate",
                        event("11", "2026-03", "1", "2026-03-15"),
                        reported(month(R2, "2026-02", "2026-02-28")),
                        reported(recovered(R2, "2026-03-15"))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_breaks_it_breaks_nothing_else(Broken row) {
        row.breaksAloneAfterwards();
    }
}
