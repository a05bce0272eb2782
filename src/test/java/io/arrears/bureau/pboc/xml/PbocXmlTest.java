package io.arrears.bureau.pboc.xml;

import static io.arrears.bureau.pboc.record.Records.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.rule.Events;
import io.arrears.bureau.pboc.rule.RecordRulesTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line gives its record back, a record its line, and nothing else passes for one. */
class PbocXmlTest {

    static Stream<PbocRecord> records() {
        return RecordRulesTest.valid();
    }

    @ParameterizedTest
    @MethodSource("records")
    void what_is_written_is_read_back(PbocRecord record) {
        String line = PbocXml.line(record);
        PbocRecord read = PbocXml.parse(line).record();
        assertThat(read == null ? null : PbocXml.line(read)).isEqualTo(line);
        assertThat(read != null && read.equals(record)).isTrue();
    }

    @Test
    void the_reference_example_is_written_to_the_letter() {
        PbocRecord record = set(Records.overdueLoan(), SectionKind.BASE, "AcctCode", "10100000010001LN20251210000017");
        assertThat(PbocXml.line(record))
                .isEqualTo("<Document><InAcctInf><AcctBsSgmt><InfRecType>210</InfRecType><AcctType>D1</AcctType>"
                        + "<AcctCode>10100000010001LN20251210000017</AcctCode><RptDate>2026-03-31</RptDate>"
                        + "<RptDateCode>30</RptDateCode><Name>测试甲</Name><IDType>10</IDType>"
                        + "<IDNum>110101199003077715</IDNum><MngmtOrgCode>10100000010001</MngmtOrgCode></AcctBsSgmt>"
                        + "<AcctMthlyBlgInfSgmt><Month>2026-03</Month><SettDate>2026-03-10</SettDate>"
                        + "<AcctStatus>2</AcctStatus><AcctBal>11000</AcctBal><RemRepPrd>9</RemRepPrd>"
                        + "<FiveCate>2</FiveCate><FiveCateAdjDate>2026-02-28</FiveCateAdjDate><RpyStatus>2</RpyStatus>"
                        + "<OverdPrd>2</OverdPrd><TotOverd>2200</TotOverd><OverdPrinc>2000</OverdPrinc>"
                        + "<Oved31_60Princ>1000</Oved31_60Princ><Oved61_90Princ>0</Oved61_90Princ>"
                        + "<Oved91_180Princ>0</Oved91_180Princ><OvedPrinc180>0</OvedPrinc180>"
                        + "<CurRpyAmt>1088</CurRpyAmt><ActRpyAmt>0</ActRpyAmt><LatRpyDate>2026-01-10</LatRpyDate>"
                        + "<CloseDate></CloseDate></AcctMthlyBlgInfSgmt></InAcctInf></Document>");
    }

    @Test
    void a_correction_wraps_its_section_and_a_flat_record_has_none() {
        assertThat(PbocXml.line(Events.correctedBase()))
                .contains("</MdfcSgmtCode></BsSgmt><MdfcSgmt><AcctBsSgmt><Name>")
                .endsWith("</MngmtOrgCode></AcctBsSgmt></MdfcSgmt></InAcctMdfc></Document>");
        assertThat(PbocXml.line(Events.accountDeletion()))
                .isEqualTo("<Document><InAcctEntDel><InfRecType>214</InfRecType><DelRecCode>10100000010001LN17"
                        + "</DelRecCode></InAcctEntDel></Document>");
    }

    @Test
    void entries_stand_right_after_their_count() {
        assertThat(PbocXml.line(Events.newPerson()))
                .contains("<IDNm>1</IDNm><IDRec><Alias>")
                .contains("</OthIDNum></IDRec><IDInfoUpDate>");
        assertThat(PbocXml.line(Records.foundLoan()))
                .contains("<RltRepymtNm>1</RltRepymtNm><RltRepymtInf><InfoIDType>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a&b<c>d\"e'f", "]]>", "&amp;", "one\ntwo\r\nthree\tfour", " edges ", "𠮷野", "\u0085\u2028"})
    void any_text_that_xml_can_hold_comes_back(String text) {
        PbocRecord record = set(Records.newLoan(), SectionKind.BASE, "Name", text);
        String line = PbocXml.line(record);
        assertThat(line).doesNotContain("\n", "\r");
        assertThat(record.equals(PbocXml.parse(line).record())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0001", "\u001f", "\uFFFE", "\uD800", "\uDC00x"})
    void what_xml_forbids_is_never_written(String text) {
        PbocRecord record = set(Records.newLoan(), SectionKind.BASE, "Name", "测" + text);
        assertThatThrownBy(() -> PbocXml.line(record))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a character that XML forbids in Name");
    }

    private static final String FLAT = "<InfRecType>214</InfRecType><DelRecCode>X</DelRecCode>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ABR006   | <!DOCTYPE Document [<!ENTITY x "y">]><Document><InAcctEntDel>FLAT</InAcctEntDel></Document>
            ABR006   | <?xml version="1.0"?><Document><InAcctEntDel>FLAT</InAcctEntDel></Document>
            ABR006   | <Document><InAcctEntDel><InfRecType>&x;</InfRecType></InAcctEntDel></Document>
            ABR006   | <Document><InAcctEntDel>FLAT</InAcctEntDel>
            ABR006   | <Document><InAcctEntDel>FLAT</InAcctDel></Document>
            ABR006   | <Document><InAcctEntDel>FLAT</InAcctEntDel></Document><Document></Document>
            ABR006   | <Document><InAcctEntDel><InfRecType>&#1;</InfRecType></InAcctEntDel></Document>
            ABR006   | not xml
            R0000101 | <Document></Document>
            R0000101 | <Document><Other></Other></Document>
            R0000101 | <Document><InAcctEntDel>FLAT</InAcctEntDel><InAcctEntDel>FLAT</InAcctEntDel></Document>
            R0000101 | <Document><InAcctEntDel>FLAT<Other></Other></InAcctEntDel></Document>
            R0000101 | <Document><InAcctEntDel>FLATFLAT</InAcctEntDel></Document>
            R0000101 | <Document><InAcctEntDel><DelRecCode>X</DelRecCode><InfRecType>214</InfRecType></InAcctEntDel></Document>
            R0000101 | <Document><InAcctEntDel a="b">FLAT</InAcctEntDel></Document>
            R0000101 | <Document><InAcctEntDel xmlns="b">FLAT</InAcctEntDel></Document>
            R0000101 | <Document><InAcctEntDel>FLAT<!-- --></InAcctEntDel></Document>
            R0000101 | <Document><InAcctEntDel>text FLAT</InAcctEntDel></Document>
            R0000101 | <Document><InAcctEntDel><InfRecType><b></b></InfRecType></InAcctEntDel></Document>
            R0000101 | <Document><InAcctInf><AcctDbtInfSgmt></AcctDbtInfSgmt><AcctBsSgmt></AcctBsSgmt></InAcctInf></Document>
            R0000101 | <Document><InAcctMdfc><BsSgmt></BsSgmt></InAcctMdfc></Document>
            R0000101 | <Document><InAcctMdfc><BsSgmt></BsSgmt><AcctBsSgmt></AcctBsSgmt></InAcctMdfc></Document>
            R0000101 | <Document><InAcctInf><RltRepymtInfSgmt><RltRepymtInf></RltRepymtInf><RltRepymtNm>1</RltRepymtNm></RltRepymtInfSgmt></InAcctInf></Document>
            """)
    void anything_else_is_a_fault(String rule, String line) {
        Parsed parsed = PbocXml.parse(line.replace("FLAT", FLAT));
        assertThat(parsed.fault()).isNotNull();
        assertThat(parsed.fault().rule()).isEqualTo(rule);
    }

    @Test
    void no_file_is_read_for_an_entity() {
        String line =
                "<Document><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><InAcctEntDel>&x;</InAcctEntDel></Document>";
        assertThat(PbocXml.parse(line).fault()).isNotNull();
    }

    @Test
    void a_fault_of_a_line_shows_nothing_of_it() {
        String line = PbocXml.line(Records.newLoan()).replace("<Name>", "<Name><Bad>");
        assertThat(String.valueOf(PbocXml.parse(line).fault())).doesNotContain("测试", "110101");
    }
}
