package io.arrears.bureau.pboc.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.Fault;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.Sections;
import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.bureau.pboc.tradeline.Meanings;
import io.arrears.bureau.pboc.xml.PbocXml;
import io.arrears.furnish.Reported;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A record that breaks a rule, and that rule alone.
 *
 * @param spot the tag at fault
 * @param reported what the bureau was told before; none where the record alone is judged
 */
public record Broken(String rule, String spot, PbocRecord record, List<Reported> reported) {

    public static Broken broken(String rule, String spot, PbocRecord record) {
        return new Broken(rule, spot, record, List.of());
    }

    public static Broken after(String rule, String spot, PbocRecord record, Reported... reported) {
        return new Broken(rule, spot, record, Arrays.asList(reported));
    }

    public static Reported reported(PbocRecord record) {
        return reported(record, record.head("RptDate"));
    }

    public static Reported reported(PbocRecord record, String day) {
        String code = record.head("RptDateCode");
        return Meanings.reported(
                record.kind().code(),
                code.isEmpty() ? null : code,
                LocalDate.parse(day),
                Facts.digest(PbocXml.line(record)),
                Facts.of(record),
                Reported.State.ACCEPTED,
                null);
    }

    public void breaksAlone() {
        assertAlone(RecordRules.check(record, Records.FILING));
    }

    public void breaksAloneAfterwards() {
        assertAlone(HistoryRules.check(record, reported, Sections.base(AccountType.D1, "30", "2026-03-31")));
    }

    private void assertAlone(List<Fault> faults) {
        assertThat(faults).extracting(Fault::rule).as(faults.toString()).containsOnly(rule);
        assertThat(faults).extracting(Fault::tag).contains(spot);
    }

    @Override
    public String toString() {
        return rule + " at " + spot;
    }
}
