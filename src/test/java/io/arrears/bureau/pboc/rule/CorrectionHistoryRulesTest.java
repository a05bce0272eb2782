package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.AccountType.D1;
import static io.arrears.bureau.pboc.record.AccountType.R2;
import static io.arrears.bureau.pboc.record.AccountType.R4;
import static io.arrears.bureau.pboc.record.Records.set;
import static io.arrears.bureau.pboc.record.SectionKind.LIABLE;
import static io.arrears.bureau.pboc.record.SectionKind.MONTHLY;
import static io.arrears.bureau.pboc.rule.Broken.after;
import static io.arrears.bureau.pboc.rule.Broken.reported;
import static io.arrears.bureau.pboc.rule.Events.correctedBase;
import static io.arrears.bureau.pboc.rule.Events.correction;
import static io.arrears.bureau.pboc.rule.Events.event;
import static io.arrears.bureau.pboc.rule.Histories.closedCard;
import static io.arrears.bureau.pboc.rule.Histories.collected;
import static io.arrears.bureau.pboc.rule.Histories.month;
import static io.arrears.bureau.pboc.rule.Histories.planned;
import static io.arrears.bureau.pboc.rule.Histories.recovered;

import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.Sections;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A correction beside what is held. */
class CorrectionHistoryRulesTest {

    static Stream<Broken> rows() {
        return Stream.of(
                after("R2121206", "ModRecCode", corrected(month(D1, "2026-03", "2026-03-31"), MONTHLY)),
                after(
                        "R2121207",
                        "RptDate",
                        corrected(month(D1, "2026-03", "2026-03-25"), MONTHLY),
                        reported(month(D1, "2026-03", "2026-03-25")),
                        reported(month(D1, "2026-03", "2026-03-31"))),
                after(
                        "R2121211",
                        "AcctType",
                        corrected(month(D1, "2026-03", "2026-03-31"), MONTHLY),
                        reported(month(R4, "2026-03", "2026-03-31"))),
                after(
                        "R2121213",
                        "RptDate",
                        corrected(planned("2026-02-28", "2026-02-01"), SectionKind.LARGE_INSTALMENT),
                        reported(planned("2026-02-28", "2026-02-01")),
                        reported(planned("2026-03-31", "2026-02-01"))),
                after(
                        "R2121214",
                        "AcctStatus",
                        corrected(month(R2, "2026-01", "2026-01-31"), MONTHLY),
                        reported(closedCard()),
                        reported(event("12", "2026-03", "1", "2026-03-05"))),
                after(
                        "R2121215",
                        "RptDate",
                        corrected(recovered(D1, "2026-03-14"), SectionKind.NON_MONTHLY),
                        reported(recovered(D1, "2026-03-15"))),
                after(
                        "R2121216",
                        "RptDate",
                        correction(D1, "2026-03-30", Sections.line()),
                        reported(Records.foundLoan())),
                after(
                        "R2121217",
                        "AcctStatus",
                        corrected(
                                set(month(D1, "2026-02", "2026-02-28"), MONTHLY, "AcctStatus", "3", "RpyStatus", "C"),
                                MONTHLY),
                        reported(month(D1, "2026-02", "2026-02-28")),
                        reported(month(D1, "2026-03", "2026-03-31"))),
                after(
                        "R2121218",
                        "FiveCateAdjDate",
                        corrected(
                                set(month(D1, "2026-02", "2026-02-28"), MONTHLY, "FiveCateAdjDate", "2026-02-27"),
                                MONTHLY),
                        reported(month(D1, "2026-02", "2026-02-28")),
                        reported(set(month(D1, "2026-03", "2026-03-31"), MONTHLY, "FiveCateAdjDate", "2026-02-26"))),
                after(
                        "R2121218",
                        "FiveCateAdjDate",
                        corrected(
                                set(month(D1, "2026-03", "2026-03-31"), MONTHLY, "FiveCateAdjDate", "2026-02-27"),
                                MONTHLY),
                        reported(month(D1, "2026-02", "2026-02-28")),
                        reported(month(D1, "2026-03", "2026-03-31"))),
                after(
                        "R2121219",
                        "Month",
                        corrected(month(D1, "2026-03", "2026-03-31"), MONTHLY),
                        reported(month(D1, "2026-02", "2026-02-28")),
                        reported(event("21", "2026-03", "1", "2026-03-05"))),
                after(
                        "R2121220",
                        "RptDate",
                        corrected(recovered(R2, "2026-03-15"), SectionKind.NON_MONTHLY),
                        reported(month(R2, "2026-02", "2026-02-28")),
                        reported(event("11", "2026-03", "1", "2026-03-15"))),
                after(
                        "R2121221",
                        "Month",
                        corrected(month(D1, "2026-04", "2026-04-30"), MONTHLY),
                        reported(Records.closedLoan())),
                after(
                        "R2121222",
                        "RptDate",
                        corrected(collected("2026-03-31", "1"), SectionKind.NON_MONTHLY),
                        reported(Records.endedCollection())),
                after(
                        "R2121223",
                        "RptDate",
                        corrected(collected("2026-03-20", "2"), SectionKind.NON_MONTHLY),
                        reported(Records.collection()),
                        reported(collected("2026-03-25", "1"))),
                after(
                        "R2121224",
                        "RptDate",
                        set(correctedBase(), SectionKind.CORRECTION, "RptDate", "2026-03-30"),
                        reported(month(D1, "2026-03", "2026-03-31"))),
                after(
                        "R2121225",
                        "ArlpCertNum",
                        correction(
                                D1,
                                "2026-03-31",
                                Section.of(LIABLE, D1)
                                        .plus(Sections.guarantor().with("ArlpCertNum", Records.RESIDENT))),
                        reported(month(D1, "2026-03", "2026-03-31"))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_breaks_it_breaks_nothing_else(Broken row) {
        row.breaksAloneAfterwards();
    }

    /** The correction of a section of this record, as the record itself has it. */
    private static PbocRecord corrected(PbocRecord record, SectionKind kind) {
        return correction(record.accountType(), record.head("RptDate"), record.section(kind));
    }
}
