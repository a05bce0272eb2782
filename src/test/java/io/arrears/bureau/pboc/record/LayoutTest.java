package io.arrears.bureau.pboc.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layouts are those of the reference, element by element, in its order. */
class LayoutTest {

    @Test
    void every_section_has_the_elements_of_the_reference_in_order() throws IOException {
        List<String> ours = new ArrayList<>();
        for (SectionKind kind : SectionKind.values()) {
            ours.add("= " + kind + " " + (kind.letter().isEmpty() ? "-" : kind.letter()) + " " + kind.element());
            Layout.Group group = kind.layout().group();
            for (Item item : kind.layout().items()) {
                if (group != null && item.tag().equals(group.count())) {
                    ours.add(group.count() + " counts " + group.tag());
                    group.entry().items().forEach(entry -> ours.add(row(entry)));
                    if (kind.layout().items().size() > 1) {
                        ours.add("end of entries");
                    }
                } else {
                    ours.add(row(item));
                }
            }
        }
        try (InputStream in = LayoutTest.class.getResourceAsStream("/pboc/layout.txt")) {
            String reference = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(ours).containsExactlyElementsOf(reference.lines().toList());
        }
    }

    private static String row(Item item) {
        return item.tag() + " | " + types(item) + " | " + presence(item) + " | " + kind(item);
    }

    private static String presence(Item item) {
        return item.optional() ? "may be absent" : item.must() ? "filled" : "may be blank";
    }

    private static String types(Item item) {
        if (item.when() != null) {
            return "when";
        }
        return item.types().size() == AccountType.values().length
                ? "all"
                : item.types().stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static String kind(Item item) {
        return switch (item.form()) {
            case CODE -> "code " + String.join(" ", item.codes());
            case ACCOUNT_STATUS, REPAYMENT_STATUS, TRADE_TYPE -> "code of the type";
            case CURRENCY, COUNTRY -> "iso3";
            case WHOLE -> "whole " + item.length();
            case DIGITS -> "digits " + item.length();
            case EXACT, ORGANISATION -> "exact " + item.length();
            case TEXT -> "text " + item.length();
            case IDENTITY -> item.length() == 20 ? "identity" : "text " + item.length();
            case BUSINESS_CODE -> "business " + item.length();
            case PLAIN_CODE -> "plain " + item.length();
            case DATE, COMING_DATE, REPORT_DATE -> "date";
            case MONTH -> "month";
            case YEAR -> "year";
        };
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON_INFO, 110, InBasInf",
        "PERSON_DELETION, 114, InBsInfDlt",
        "ACCOUNT, 210, InAcctInf",
        "ACCOUNT_RENAMING, 211, InAcctIDCagsInf",
        "SECTION_CORRECTION, 212, InAcctMdfc",
        "SECTION_DELETION, 213, InAcctDel",
        "ACCOUNT_DELETION, 214, InAcctEntDel",
        "SPECIAL_EVENT, 215, InSpcEvtDscInf",
        "CONTRACT, 220, InCtrctInf",
        "CONTRACT_RENAMING, 221, InCtrctIDCagsInf",
        "CONTRACT_CORRECTION, 222, InCtrctMdfc",
        "CONTRACT_SECTION_DELETION, 223, InCtrctDel",
        "CONTRACT_DELETION, 224, InCtrctEntDel"
    })
    void a_record_type_has_its_code_and_root(RecordKind kind, String code, String root) {
        assertThat(kind.code()).isEqualTo(code);
        assertThat(kind.root()).isEqualTo(root);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            D1 | 3 | 1 2 3 41 42 6 8    | * N M 1 2 3 4 5 6 7 D Z B C G # | 11 12 13 14 15 19 21 22 23 29 90
            R1 | 3 | 1 2 3 41 42 5 6 8  | * N M 1 2 3 4 5 6 7 D Z B C G # | 31 32 33 39 90
            R2 | 4 | 1 31 4 51 52 6 8   | * N 1 2 3 4 5 6 7 B C G #       | ''
            R3 | 4 | 1 31 4 51 52 6 8   | * N 1 2 3 4 5 6 7 B C G #       | ''
            R4 | 3 | 1 2 3 41 42 6 8    | * N M 1 2 3 4 5 6 7 D Z B C G # | 11 12 13 14 15 19 21 22 23 29
            C1 | 2 | 1 2                | ''                              | ''
            """)
    void an_account_type_has_its_codes(
            AccountType type, String closed, String statuses, String repayment, String modes) {
        assertThat(type.closed()).isEqualTo(closed);
        assertThat(String.join(" ", type.statuses())).isEqualTo(statuses);
        assertThat(String.join(" ", type.repaymentStatuses())).isEqualTo(repayment);
        assertThat(String.join(" ", type.repayModes())).isEqualTo(modes);
    }

    @ParameterizedTest
    @CsvSource({"D1, BCDEFHJK", "R1, BCDEFHJK", "R2, BCDEFHIJK", "R3, BCDEFHK", "R4, BCDEFHJK", "C1, BCDGJK"})
    void an_account_type_has_its_sections(AccountType type, String letters) {
        assertThat(RecordKind.ACCOUNT.sections().stream()
                        .filter(kind -> kind.isOf(type))
                        .map(SectionKind::letter)
                        .collect(Collectors.joining()))
                .isEqualTo(letters);
    }
}
