package io.arrears.ladder.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.setting.Setting;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A law file, key by key: what is read, from when to when and whom it binds, and what is refused by file, line and key (L13). */
class LawFileTest {

    private static final String HEAD = "zones: {US: America/New_York}\nregions: {}\nrules:\n  R1:\n";
    private static final String META =
            "    instrument: Act\n    clause: '1'\n    hardness: must\n    from: 2026-01-01\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # kind of rule                                                          | read as
          window: {from: '08:00', to: '21:00', channels: [call, auto-call]}     | Window[from=08:00, to=21:00, channels=[AUTO_CALL, CALL]]
          window: {from: '22:00', to: '24:00', channels: sms}                   | Window[from=22:00, to=00:00, channels=[SMS]]
          count: {unit: message, per: handle, days: 30, at-most: 0, parties: contact} | Count[unit=MESSAGE, per=HANDLE, days=30, atMost=0, parties=[CONTACT]]
          count: {unit: visit, per: debt, days: life, at-most: 2, parties: guarantor} | Count[unit=VISIT, per=DEBT, days=0, atMost=2, parties=[GUARANTOR]]
          cool-off: {days: 7, per: debt}                                        | CoolOff[days=7, per=DEBT]
          sequence: {failed-in-a-row: 3, unreachable-days: 0, invalid-number: false} | Sequence[failedInARow=3, unreachableDays=0, onInvalidNumber=false]
          precondition: {notice: DEMAND, days: 30, channels: legal}             | Precondition[notice=DEMAND, days=30, channels=[LEGAL]]
          people: {at-least: 2}                                                 | People[atLeast=2]
          party: {parties: contact, never: visit}                               | Party[parties=[CONTACT], never=[VISIT]]
          content: {parties: co-borrower, at-most: limited}                     | Said[parties=[CO_BORROWER], atMost=LIMITED]
          stop: {DECEASED: person}                                              | Stops[kinds={DECEASED=[PERSON]}]
        """)
    void each_kind_of_rule(String kind, String read) {
        LawRule rule = read(HEAD + META + "    " + kind + "\n").rules().get(0);
        assertThat(sorted(rule.limit().toString())).isEqualTo(sorted(read));
        assertThat(rule.citation()).isEqualTo(new Citation("Act", "1"));
        assertThat(rule.key()).isEqualTo("R1");
    }

    @Test
    void a_law_says_from_which_opening_on_rates_are_disclosed() {
        String disclosure = "disclosure: {instrument: Act, clause: '1', opened-from: 2026-08-01}\n";
        Setting law = Setting.parse("law.yaml", disclosure + HEAD + META + "    people: {at-least: 2}\n");
        assertThat(LawFile.disclosedFrom(law)).isEqualTo(LocalDate.of(2026, 8, 1));
        assertThat(LawFile.read("law", law, null, Map.of()).rules()).hasSize(1);
        assertThat(LawFile.disclosedFrom(Setting.parse("law.yaml", HEAD + META)))
                .isNull();
        assertThat(LawFile.disclosedFrom(null)).isNull();
        refused(
                "disclosure: {instrument: Act, clause: '1', from: 2026-08-01}\n" + HEAD + META
                        + "    people: {at-least: 2}\n",
                "1: disclosure");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # until      | day        | in force
          2026-06-30 | 2025-12-31 | false
          2026-06-30 | 2026-01-01 | true
          2026-06-30 | 2026-06-30 | true
          2026-06-30 | 2026-07-01 | false
          2026-01-01 | 2026-01-01 | true
          ''         | 2099-01-01 | true
        """)
    void from_its_first_day_through_its_last(String until, LocalDate day, boolean isInForce) {
        String text =
                HEAD + META + (until.isEmpty() ? "" : "    until: " + until + "\n") + "    people: {at-least: 2}\n";
        assertThat(read(text).on(day).rules()).hasSize(isInForce ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # binds                    | licence          | binds it
          -                        | -                | true
          -                        | creditor         | true
          agency                   | -                | true
          agency                   | agency           | true
          agency                   | creditor         | false
          '[bank, small-loan]'     | SMALL_LOAN       | true
          '[bank, small-loan]'     | consumer_finance | false
        """)
    void whom_it_binds(@Nullable String binds, @Nullable String licence, boolean isBound) {
        String text = HEAD + META + (binds == null ? "" : "    binds: " + binds + "\n") + "    people: {at-least: 2}\n";
        Licence of = licence == null ? null : Licence.valueOf(licence.toUpperCase(Locale.ROOT));
        assertThat(LawFile.read("law", Setting.parse("law.yaml", text), of, Map.of())
                        .rules())
                .hasSize(isBound ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # line 5 on, below rules.R1                         | refused with
          instrument: Act                                   | 5: rules.R1: expected clause, which is missing
          META people: {at-least: 2}; more: 1               | 10: rules.R1.more: is no key here
          META people: {at-least: 2}; count: {unit: visit}  | 9: rules.R1.people: stands beside count; a rule is of one kind
          META                                              | 5: rules.R1: expected one of window, count, cool-off, sequence, precondition, people, party, content, stop
          META people: {at-least: 0}                        | 9: rules.R1.people.at-least: expected a whole number from 1 to 99, found '0'
          META people: {at-least: 2, most: 3}               | 9: rules.R1.people.most: is no key here
          META people: 2                                    | 9: rules.R1.people: expected a block of keys, found '2'
          META window: {from: '8:00', to: '21:00'}          | 9: rules.R1.window.from: expected a time such as '08:00' in quotes, found '8:00'
          META window: {from: '08:00', to: '24:01'}         | 9: rules.R1.window.to: expected a time such as '08:00' in quotes, found '24:01'
          META window: {from: '08:00', to: '21:00', channels: fax} | 9: rules.R1.window.channels: expected one of [APP, SMS,
          META count: {unit: call, per: person, days: 1, at-most: 3} | 9: rules.R1.count.unit: expected one of call-connected, dial-unanswered,
          META count: {unit: visit, per: family, days: 1, at-most: 3} | 9: rules.R1.count.per: expected one of person, handle, debt, found 'family'
          META count: {unit: visit, per: person, days: 0, at-most: 3} | 9: rules.R1.count.days: expected a whole number from 1 to 366, found '0'
          META count: {unit: visit, per: person, days: 1}   | 9: rules.R1.count: expected at-most, which is missing
          META content: {parties: friend, at-most: locate}  | 9: rules.R1.content.parties: expected one of [BORROWER,
          META content: {parties: contact, at-most: all}    | 9: rules.R1.content.at-most: expected one of full, limited, locate, found 'all'
          META stop: {DECEASED: family}                     | 9: rules.R1.stop.DECEASED: expected one of [PERSON, ACCOUNT, CONTACTS], found 'family'
          META stop: {deceased: person}                     | 9: rules.R1.stop.deceased: a stop's kind has capitals and underscores
          META stop: {DECEASED: []}                         | 9: rules.R1.stop.DECEASED: expected at least one
          META window: {from: '08:00', to: '21:00', channels: []} | 9: rules.R1.window.channels: expected at least one of [APP, SMS,
          META party: {parties: [], never: visit}           | 9: rules.R1.party.parties: expected at least one of [BORROWER,
          META party: {parties: contact, never: []}         | 9: rules.R1.party.never: expected at least one of [APP, SMS,
          META binds: []; people: {at-least: 2}             | 9: rules.R1.binds: expected at least one of [BANK,
          META until: 2025-12-31; people: {at-least: 2}     | 9: rules.R1.until: is before 2026-01-01, from which on it is in force
          META until: soon; people: {at-least: 2}           | 9: rules.R1.until: expected a date such as 2025-02-28, found 'soon'
          META binds: pirate; people: {at-least: 2}         | 9: rules.R1.binds: expected one of [BANK,
        """)
    void what_is_wrong_is_told_by_file_line_and_key(String rule, String said) {
        String lines = Stream.of(rule.replace("META", "").split(";"))
                .map(line -> line.isBlank() ? "" : "    " + line.strip() + "\n")
                .reduce("", String::concat);
        refused(HEAD + (rule.startsWith("META") ? META : "") + lines, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # whole text                                                     | refused with
          zones: {}                                                      | 1: expected regions, which is missing
          'zones: {}\\nregions: {}'                                       | 1: expected rules, which is missing
          'zones: {CN: Asia/Peking}\\nregions: {}\\nrules: {}'             | 1: zones.CN: expected a time zone such as Asia/Shanghai, found 'Asia/Peking'
          'zones: {}\\nregions: {US NY: [EST5, Nowhere]}\\nrules: {}'      | 2: regions.US NY: expected a time zone such as Asia/Shanghai, found 'EST5'
          'zones: {}\\nregions: {}\\nrules: {}\\nhours: 8'                  | 4: hours: is no key here
          'zones: {}\\nregions: {}\\nrules: {hours: {}}'                   | 3: rules.hours: a rule's key has capitals, digits and underscores
          'zones: {}\\nregions: {}\\nrules: [1]'                           | 3: rules: expected a block of keys, found a list
        """)
    void a_file_has_zones_regions_and_rules(String text, String said) {
        refused(text.replace("\\n", "\n"), said);
    }

    @Test
    void what_binds_nobody_here_cannot_be_tightened() {
        String text = HEAD + META + "    binds: agency\n    people: {at-least: 2}\n";
        Map<String, Setting> tighten = Setting.parse("north.yaml", "R1: 3\n").block();
        assertThat(LawFile.read("law", Setting.parse("law.yaml", text), Licence.AGENCY, tighten)
                        .rules())
                .hasSize(2);
        assertThat(catchThrowableOfType(
                        Refused.class,
                        () -> LawFile.read("law", Setting.parse("law.yaml", text), Licence.CREDITOR, tighten)))
                .hasMessageStartingWith("north.yaml:1: R1: is no rule of law that binds this lender");
    }

    private static Law read(String text) {
        return LawFile.read("law", Setting.parse("law.yaml", text), null, Map.of());
    }

    private static void refused(String text, String said) {
        Refused refused = catchThrowableOfType(Refused.class, () -> read(text));
        assertThat(refused).hasMessageStartingWith("law.yaml:" + said);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private static List<String> sorted(String text) {
        return Stream.of(text.split("[\\[\\], ]+")).sorted().toList();
    }
}
