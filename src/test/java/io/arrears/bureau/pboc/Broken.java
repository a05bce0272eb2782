package io.arrears.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.Told;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A record that breaks a rule, and that rule alone.
 *
 * @param spot the tag at fault
 * @param told what the bureau was told before; none where the record alone is judged
 */
record Broken(String rule, String spot, PbocRecord record, List<Told> told) {

    static Broken broken(String rule, String spot, PbocRecord record) {
        return new Broken(rule, spot, record, List.of());
    }

    static Broken after(String rule, String spot, PbocRecord record, Told... told) {
        return new Broken(rule, spot, record, Arrays.asList(told));
    }

    static Told told(PbocRecord record) {
        return told(record, record.head("RptDate"));
    }

    static Told told(PbocRecord record, String day) {
        String code = record.head("RptDateCode");
        return new Told(
                record.kind().code(),
                code.isEmpty() ? null : code,
                LocalDate.parse(day),
                Facts.digest(PbocXml.line(record)),
                Facts.of(record),
                Told.State.ACCEPTED,
                null);
    }

    void breaksAlone() {
        assertAlone(RecordRules.check(record, Records.FILING));
    }

    void breaksAloneAfterwards() {
        assertAlone(HistoryRules.check(record, told, Sections.base(AccountType.D1, "30", "2026-03-31")));
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
