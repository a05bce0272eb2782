package io.arrears.ladder.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lender may only be stricter than its law (L5, L13): whatever is looser is refused by file, line and what the law allows. */
class TighteningTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # law | block
          cn  | CALLS_A_DAY: 3
          cn  | CALLS_A_DAY: 0
          cn  | DIALS_A_HANDLE: 5
          cn  | VISIT_PEOPLE: 2
          cn  | VISIT_PEOPLE: 3
          cn  | "HOURS: {from: '08:00', to: '22:00'}"
          cn  | "HOURS: {from: '08:00:01', to: '21:59:59'}"
          cn  | "HOURS_ANY_FORM: {from: '10:00', to: '18:00'}"
          us  | COOL_OFF: 7
          us  | COOL_OFF: 14
          us  | CALLS_IN_7_DAYS: 7
          us  | "CALLS_IN_7_DAYS: {at-most: 7, per: person}"
          us  | "CALLS_IN_7_DAYS: {at-most: 3, per: debt}"
          us  | "COOL_OFF: {days: 7, per: person}"
          us  | LOCATION_ENQUIRY: 0
        """)
    void equal_or_stricter_is_taken(String law, String block) {
        Law tightened = Book.tightened(law, unquoted(block));
        assertThat(tightened.rules()).hasSize(Book.law(law).rules().size() + 1);
        LawRule own = tightened.rules().get(tightened.rules().size() - 1);
        LawRule of = tightened.rules().stream()
                .filter(rule -> rule.key().equals(own.key()))
                .findFirst()
                .orElseThrow();
        assertThat(own.citation()).isEqualTo(new Citation("policy", "tighten." + of.key()));
        assertThat(own.hardness()).isEqualTo(Hardness.MUST);
        assertThat(own.from()).isEqualTo(of.from());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # law | block                                             | what is said
          cn  | CALLS_A_DAY: 4                                    | allows at most 3
          cn  | DIALS_A_HANDLE: 7                                 | allows at most 6
          cn  | VISITS_A_DAY: 2                                   | allows at most 1
          cn  | VISIT_PEOPLE: 1                                   | allows at least 2
          cn  | "HOURS: {from: '07:59:59', to: '22:00'}"          | allows within 08:00 to 22:00
          cn  | "HOURS: {from: '08:00', to: '22:00:01'}"          | allows within 08:00 to 22:00
          cn  | "HOURS: {from: '22:00', to: '08:00'}"             | allows within 08:00 to 22:00
          cn  | "HOURS: {from: '21:00', to: '09:00'}"             | allows within 08:00 to 22:00
          cn  | "HOURS: {from: '09:00', to: '09:00'}"             | allows within 08:00 to 22:00
          us  | "HOURS: {from: '08:00', to: '22:00'}"             | allows within 08:00 to 21:00
          us  | CALLS_IN_7_DAYS: 8                                | 12 CFR 1006 14(b)(2)(i)(A), which allows at most 7
          us  | "CALLS_IN_7_DAYS: {at-most: 8, per: person}"      | allows at most 7
          us  | "CALLS_IN_7_DAYS: {at-most: 3, per: handle}"      | allows per debt or per person
          cn  | "CALLS_A_DAY: {at-most: 3, per: debt}"            | allows per person
          us  | COOL_OFF: 6                                       | allows at least 7
          us  | "COOL_OFF: {days: 6, per: person}"                | allows at least 7
          us  | "COOL_OFF: {days: 7, per: handle}"                | allows per debt or per person
          us  | LOCATION_ENQUIRY: 2                               | allows at most 1
        """)
    void looser_is_refused(String law, String block, String said) {
        Refused refused = refused(law, unquoted(block));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused).hasMessageStartingWith("north.yaml:2: ").hasMessageContaining(said);
        assertThat(refused)
                .hasMessageContaining("is looser than ")
                .hasMessageEndingWith("; a lender may only be stricter than the law");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # law | block                                          | what is said
          cn  | CALLS: 2                                       | north.yaml:2: CALLS: is no rule of cn that binds this lender; there is HOURS,
          cn  | CALLS_A_DAY: few                               | north.yaml:2: CALLS_A_DAY: expected a whole number from 0 to 999, found 'few'
          cn  | "CALLS_A_DAY: {per: person}"                   | north.yaml:2: CALLS_A_DAY: expected at-most, which is missing
          cn  | "CALLS_A_DAY: {at-most: 2, days: 2}"           | north.yaml:2: CALLS_A_DAY.days: is no key here
          cn  | "HOURS: {from: '09:00'}"                       | north.yaml:2: HOURS: expected to, which is missing
          cn  | "HOURS: {from: '09:00', to: nine}"             | north.yaml:2: HOURS.to: expected a time such as '08:00' in quotes, found 'nine'
          cn  | HOURS: 9                                       | north.yaml:2: HOURS: expected a block of keys, found '9'
          cn  | THIRD_PERSONS: 5                               | north.yaml:2: THIRD_PERSONS: cannot be tightened: only hours, counts, days of rest and people can
          cn  | STOPS: 5                                       | north.yaml:2: STOPS: cannot be tightened
          cn  | CONTACT_CONTENT: 5                             | north.yaml:2: CONTACT_CONTENT: cannot be tightened
        """)
    void what_is_no_tightening_is_refused(String law, String block, String said) {
        assertThat(refused(law, unquoted(block))).hasMessageStartingWith(said);
    }

    @Test
    void a_rule_that_does_not_bind_cannot_be_tightened() {
        assertThat(Book.shipped("us", Licence.CREDITOR).rules())
                .extracting(LawRule::key)
                .doesNotContain("HOURS");
    }

    /** Of the law's and the lender's the strictest decides, and the law's is named where both do. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # there was                                        | cited
          21T09:00 ANSWERED                                | -
          2x21T09:00 ANSWERED                              | policy tighten.CALLS_A_DAY
          3x21T09:00 ANSWERED                              | GB/T 45251-2025 clause unconfirmed
        """)
    void the_strictest_is_named(String log, @Nullable String cited) {
        Law law = Book.tightened("cn", "CALLS_A_DAY: 2\n");
        Caps caps = new Caps(law.on(Book.november(21)), Book.attempts(Book.SHANGHAI, log));
        assertThat(Withheld.longest(caps.withheld(Book.asked("cn", PartyType.BORROWER, Channel.CALL, 21)))
                        .map(why -> why.citation().toString())
                        .orElse(null))
                .isEqualTo(cited);
    }

    /** Seven calls about two debts are seven to the person. */
    @ParameterizedTest
    @CsvSource({"CALLS_IN_7_DAYS: 7,false", "'CALLS_IN_7_DAYS: {at-most: 7, per: person}',true"})
    void a_debt_is_tightened_to_the_person(String block, boolean isWithheld) {
        Law law = Book.tightened("us", block);
        Caps caps = new Caps(
                law.on(Book.november(21)),
                Book.attempts(Book.NEW_YORK, "4x20T09:00 UNANSWERED; 3x20T12:00 a:A2 UNANSWERED"));
        assertThat(caps.withheld(Book.asked("us", PartyType.BORROWER, Channel.CALL, 21)))
                .hasSize(isWithheld ? 1 : 0);
    }

    private static String unquoted(String block) {
        return "\n" + block.replace("\"", "") + "\n";
    }

    private static Refused refused(String law, String block) {
        return catchThrowableOfType(Refused.class, () -> Book.tightened(law, block));
    }
}
