package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.SectionKind.BASIC_INFO;
import static io.arrears.bureau.pboc.record.SectionKind.LIABLE;
import static io.arrears.bureau.pboc.rule.Condition.always;
import static io.arrears.bureau.pboc.rule.Condition.is;
import static io.arrears.bureau.pboc.rule.Condition.type;
import static io.arrears.bureau.pboc.rule.RecordUnderCheck.in;
import static io.arrears.bureau.pboc.rule.RecordUnderCheck.inEach;
import static io.arrears.bureau.pboc.rule.Requirement.filled;
import static io.arrears.bureau.pboc.rule.Requirement.notBefore;
import static io.arrears.bureau.pboc.rule.Requirement.oneOf;
import static io.arrears.bureau.pboc.rule.Requirement.that;
import static io.arrears.bureau.pboc.rule.Requirement.zero;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.CodeList;
import io.arrears.bureau.pboc.record.Documents;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.SectionView;
import io.arrears.bureau.pboc.rule.Rule.Check;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules on what a loan is and who else is liable for it. */
public final class BasicInfoRules {

    /** The business line of each subtype. */
    private static final Map<String, String> LINES = lines(
            "1", "11 12 13 21 31 32 33 41 42 51 52 53 91 99",
            "2", "71 81 82",
            "3", "61 62 63 64",
            "4", "92",
            "5", "A1",
            "6", "B1");

    static final String ORGANISATIONS_NUMBERS = "10 20 30";

    static final List<Rule<RecordUnderCheck>> ALL = List.of(
            new Rule<>(
                    "I2100A05",
                    "RepayMode is one of the account type's",
                    in(BASIC_INFO, always(), that("RepayMode", BasicInfoRules::isModeOfType))),
            new Rule<>("I2100A07", "BusiLines goes with the account type", lineOfType()),
            new Rule<>(
                    "I2100C02",
                    "RepayMode 90 is repaid monthly",
                    in(BASIC_INFO, is("RepayMode", "90"), oneOf("RepayFreqcy", "03"))),
            new Rule<>(
                    "I2100C03",
                    "CreditID is NULL, MULT or four digits",
                    in(BASIC_INFO, always(), that("CreditID", at -> at.text("CreditID")
                            .matches("NULL|MULT|[0-9]{4}")))),
            new Rule<>(
                    "I2100C04",
                    "BusiDtlLines belongs to BusiLines",
                    in(BASIC_INFO, always(), that("BusiDtlLines", BasicInfoRules::isOfLine))),
            new Rule<>(
                    "I2100C05",
                    "a loan repaid at once or at will has no periods",
                    in(BASIC_INFO, is("RepayMode", "21 22 23 29"), zero("RepayPrd"))),
            new Rule<>(
                    "I2100C06",
                    "DueDate is not before OpenDate",
                    in(BASIC_INFO, always(), notBefore("DueDate", "OpenDate"))),
            new Rule<>(
                    "I2100D01", "a guarantor's amount is told", inEach(LIABLE, is("ArlpType", "2"), filled("ArlpAmt"))),
            new Rule<>("I2100D02", "ArlpCertType goes with InfoIDType", (at, broken) -> {
                inEach(LIABLE, is("InfoIDType", "1"), oneOf("ArlpCertType", Documents.OF_PERSONS))
                        .look(at, broken);
                inEach(LIABLE, is("InfoIDType", "2"), oneOf("ArlpCertType", ORGANISATIONS_NUMBERS))
                        .look(at, broken);
            }),
            new Rule<>(
                    "I2100D04",
                    "a guarantor has WartySign and MaxGuarMcc",
                    inEach(LIABLE, is("ArlpType", "2"), filled("WartySign", "MaxGuarMcc"))),
            new Rule<>("I2100A15", "the borrower is not liable a second time", otherThanBorrower()));

    private BasicInfoRules() {}

    private static boolean isModeOfType(SectionView at) {
        AccountType type = at.type();
        return type == null || type.repayModes().isEmpty() || type.repayModes().contains(at.text("RepayMode"));
    }

    private static boolean isOfLine(SectionView at) {
        String line = LINES.get(at.text("BusiDtlLines"));
        return line == null || at.text("BusiLines").isEmpty() || line.equals(at.text("BusiLines"));
    }

    /** The BusiLines of a BusiDtlLines; blank for one that is none. */
    public static String line(String business) {
        return LINES.getOrDefault(business, "");
    }

    private static Check<RecordUnderCheck> lineOfType() {
        return (at, broken) -> {
            in(BASIC_INFO, type(AccountType.C1), oneOf("BusiLines", "5 6")).look(at, broken);
            in(BASIC_INFO, type(AccountType.R2), oneOf("BusiLines", "2")).look(at, broken);
            in(BASIC_INFO, type(AccountType.R3), oneOf("BusiLines", "2")).look(at, broken);
        };
    }

    private static Check<RecordUnderCheck> otherThanBorrower() {
        return (at, broken) -> {
            SectionView borrower = at.look(SectionKind.BASE);
            for (SectionView entry : at.entries(LIABLE)) {
                if (borrower != null && isSamePerson(borrower, entry)) {
                    broken.accept(entry.spot("ArlpCertNum"));
                }
            }
        };
    }

    /** Whether a liable person has the document of the base section's borrower. */
    static boolean isSamePerson(SectionView borrower, SectionView liable) {
        return liable.text("InfoIDType").equals("1")
                && !borrower.text("IDNum").isEmpty()
                && liable.text("ArlpCertType").equals(borrower.text("IDType"))
                && liable.text("ArlpCertNum").equals(borrower.text("IDNum"));
    }

    private static Map<String, String> lines(String... linesAndSubtypes) {
        Map<String, String> lines = new HashMap<>();
        for (int i = 0; i < linesAndSubtypes.length; i += 2) {
            for (String subtype : CodeList.of(linesAndSubtypes[i + 1])) {
                lines.put(subtype, linesAndSubtypes[i]);
            }
        }
        return Map.copyOf(lines);
    }
}
