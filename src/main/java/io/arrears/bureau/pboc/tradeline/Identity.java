package io.arrears.bureau.pboc.tradeline;

import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.SectionKind;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The items that tell a record of a file from the others of its type (R0000201). */
public final class Identity {

    private Identity() {}

    /**
     * The identifying items with a space between, after the type. Example: {@code 210 10100000010001LN17 2026-03-31}; of a
     * person only a digest shows.
     *
     * <p>The report-point code is not among them, so that a 40 and a 30 of one account on one day clash [pboc2-records.md,
     * still open].
     */
    public static String of(PbocRecord record) {
        return record.kind().code() + " "
                + switch (record.kind()) {
                    case ACCOUNT -> head(record, "AcctCode", "RptDate");
                    case SECTION_CORRECTION, CONTRACT_CORRECTION -> correction(record);
                    case CONTRACT -> head(record, "ContractCode", "RptDate");
                    case ACCOUNT_RENAMING, CONTRACT_RENAMING -> head(record, "OdBnesCode", "NwBnesCode");
                    case SECTION_DELETION, CONTRACT_SECTION_DELETION ->
                        head(record, "DelRecCode", "DelSgmtCode", "DelStartDate", "DelEndDate");
                    case ACCOUNT_DELETION, CONTRACT_DELETION -> head(record, "DelRecCode");
                    case SPECIAL_EVENT -> head(record, "AcctCode", "RptDate", "OpetnType", "Month", "Flag");
                    case PERSON_INFO ->
                        Facts.digest(head(record, "Name", "IDType", "IDNum")) + " "
                                + head(record, "InfSurcCode", "RptDate");
                    case PERSON_DELETION ->
                        Facts.digest(head(record, "Name", "IDType", "IDNum")) + " " + head(record, "InfSurcCode");
                };
    }

    private static String correction(PbocRecord record) {
        String month = record.value(SectionKind.MONTHLY, "Month");
        return head(record, "ModRecCode", "RptDate", "MdfcSgmtCode") + (month.isEmpty() ? "" : " " + month);
    }

    private static String head(PbocRecord record, String... tags) {
        return Stream.of(tags).map(record::head).collect(Collectors.joining(" "));
    }
}
