package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.Records.change;
import static io.arrears.bureau.pboc.record.Records.collection;
import static io.arrears.bureau.pboc.record.Records.foundLoan;
import static io.arrears.bureau.pboc.record.Records.newLoan;
import static io.arrears.bureau.pboc.record.Records.opened;
import static io.arrears.bureau.pboc.record.Records.set;
import static io.arrears.bureau.pboc.record.SectionKind.BASIC_INFO;
import static io.arrears.bureau.pboc.record.SectionKind.LIABLE;
import static io.arrears.bureau.pboc.rule.Broken.broken;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.Elements;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.Sections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a loan is, and who else is liable. */
class BasicInfoRulesTest {

    static Stream<Broken> rows() {
        return Stream.of(
                broken("I2100A05", "RepayMode", set(newLoan(), BASIC_INFO, "RepayMode", "31")),
                broken("I2100A05", "RepayMode", set(opened(AccountType.R4), BASIC_INFO, "RepayMode", "90")),
                broken("I2100A07", "BusiLines", set(collection(), BASIC_INFO, "BusiLines", "1", "BusiDtlLines", "91")),
                broken(
                        "I2100A07",
                        "BusiLines",
                        set(opened(AccountType.R2), BASIC_INFO, "BusiLines", "1", "BusiDtlLines", "91")),
                broken("I2100C02", "RepayFreqcy", set(newLoan(), BASIC_INFO, "RepayMode", "90", "RepayFreqcy", "02")),
                broken("I2100C03", "CreditID", set(opened(AccountType.R2), BASIC_INFO, "CreditID", "12A4")),
                broken("I2100C03", "CreditID", set(opened(AccountType.R3), BASIC_INFO, "CreditID", "123")),
                broken("I2100C04", "BusiDtlLines", set(newLoan(), BASIC_INFO, "BusiDtlLines", "71")),
                broken("I2100C05", "RepayPrd", set(newLoan(), BASIC_INFO, "RepayMode", "21")),
                broken("I2100C06", "DueDate", set(newLoan(), BASIC_INFO, "DueDate", "2026-03-19")),
                broken("I2100D01", "ArlpAmt", guaranteed(Sections.guarantor().with("ArlpAmt", ""))),
                broken(
                        "I2100D02",
                        "ArlpCertType",
                        guaranteed(Sections.guarantor().with("ArlpCertType", "30"))),
                broken(
                        "I2100D02",
                        "ArlpCertType",
                        guaranteed(Sections.guarantor()
                                .with("InfoIDType", "2")
                                .with("ArlpCertType", "2")
                                .with("ArlpCertNum", "E12345678"))),
                broken("I2100D04", "WartySign", guaranteed(Sections.guarantor().with("WartySign", ""))),
                broken("I2100D04", "MaxGuarMcc", guaranteed(Sections.guarantor().with("MaxGuarMcc", ""))),
                broken(
                        "I2100A15",
                        "ArlpCertNum",
                        guaranteed(Sections.guarantor().with("ArlpCertNum", Records.RESIDENT))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_breaks_it_breaks_nothing_else(Broken row) {
        row.breaksAlone();
    }

    private static PbocRecord guaranteed(Elements guarantor) {
        return change(foundLoan(), LIABLE, liable -> liable.with(List.of(guarantor)));
    }
}
