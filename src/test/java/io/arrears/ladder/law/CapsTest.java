package io.arrears.ladder.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.arrears.setting.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a person may be contacted, by both laws that are shipped (L15, L16); worked by hand, on days of November 2026. */
class CapsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # day | channel   | what there was                                                    | withheld       | until
          21  | CALL      | 2x21T09:00 ANSWERED                                               | -              | -
          21  | CALL      | 3x21T09:00 ANSWERED                                               | CALLS_A_DAY    | 22
          22  | CALL      | 3x21T09:00 ANSWERED                                               | -              | -
          21  | AUTO_CALL | 2x21T09:00 ANSWERED; 21T11:00 c:AUTO_CALL ANSWERED                | CALLS_A_DAY    | 22
          21  | SMS       | 3x21T09:00 ANSWERED                                               | -              | -
          21  | VISIT     | 3x21T09:00 ANSWERED                                               | -              | -
        # answered by anybody, on whatever account and number of the person
          21  | CALL      | 21T09:00 WRONG_PERSON; 21T10:00 REFUSED; 21T11:00 CONVERSATION    | CALLS_A_DAY    | 22
          21  | CALL      | 2x21T09:00 ANSWERED; 21T11:00 a:A2 h:H2 ANSWERED                  | CALLS_A_DAY    | 22
          21  | CALL      | 2x21T09:00 ANSWERED; 21T11:00 p:P2 ANSWERED                       | -              | -
        # 24:00 is the next day, by the clock of the person
          21  | CALL      | 2x21T09:00 ANSWERED; 20T23:59:59 ANSWERED                         | -              | -
          21  | CALL      | 2x21T09:00 ANSWERED; 21T00:00:00 ANSWERED                         | CALLS_A_DAY    | 22
        # six that nobody answered, and the seventh
          21  | CALL      | 5x21T09:00 UNANSWERED                                             | -              | -
          21  | CALL      | 6x21T09:00 UNANSWERED                                             | DIALS_A_HANDLE | 22
          22  | CALL      | 6x21T09:00 UNANSWERED                                             | -              | -
          21  | CALL      | 3x21T09:00 BUSY; 21T10:00 VOICEMAIL; 2x21T11:00 INVALID_NUMBER    | DIALS_A_HANDLE | 22
          21  | CALL      | 5x21T09:00 UNANSWERED; 21T10:00 ANSWERED                          | -              | -
          21  | CALL      | 5x21T09:00 UNANSWERED; 21T10:00 a:A2 p:P2 UNANSWERED              | DIALS_A_HANDLE | 22
          21  | CALL      | 5x21T09:00 UNANSWERED; 21T10:00 h:H2 UNANSWERED                   | -              | -
        # an incoming call counts for nothing
          21  | CALL      | 2x21T09:00 ANSWERED; 21T10:00 in ANSWERED                         | -              | -
          21  | CALL      | 5x21T09:00 UNANSWERED; 21T10:00 in UNANSWERED                     | -              | -
        # one visit
          21  | VISIT     | 21T09:00 c:VISIT ANSWERED                                         | VISITS_A_DAY   | 22
          22  | VISIT     | 21T09:00 c:VISIT UNANSWERED                                       | -              | -
          21  | CALL      | 21T09:00 c:VISIT ANSWERED                                         | -              | -
        # a word that nobody knows counts against every cap of what it may have been
          21  | CALL      | 2x21T09:00 ANSWERED; 21T10:00 HUNG_UP                             | CALLS_A_DAY    | 22
          21  | CALL      | 5x21T09:00 UNANSWERED; 21T10:00 HUNG_UP                           | DIALS_A_HANDLE | 22
          21  | CALL      | 2x21T09:00 ANSWERED; 21T10:00 c:SMS GONE                          | -              | -
          21  | CALL      | 2x21T09:00 ANSWERED; 21T10:00 c:PIGEON ANSWERED                   | CALLS_A_DAY    | 22
          21  | CALL      | 5x21T09:00 UNANSWERED; 21T10:00 c:PIGEON UNANSWERED               | DIALS_A_HANDLE | 22
          21  | CALL      | 2x21T09:00 ANSWERED; 21T10:00 c:AGENCY ANSWERED                   | CALLS_A_DAY    | 22
          21  | CALL      | 2x21T09:00 ANSWERED; 21T10:00 c:LETTER SENT                       | -              | -
          21  | VISIT     | 21T10:00 c:PIGEON GONE                                            | VISITS_A_DAY   | 22
          21  | VISIT     | 21T10:00 c:PIGEON ANSWERED                                        | VISITS_A_DAY   | 22
        # there is no cap on messages, nor on what is an account's own
          21  | SMS       | 20x21T09:00 c:SMS SENT                                            | -              | -
          21  | LETTER    | 6x21T09:00 UNANSWERED; 3x21T10:00 ANSWERED                        | -              | -
        """)
    void china(int day, Channel channel, @Nullable String log, @Nullable String rule, @Nullable Integer until) {
        is(withheld("cn", PartyType.BORROWER, channel, day, log), rule, until);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # day | channel | what there was                                                                          | withheld        | until
          21  | CALL    | 15T09:00 UNANSWERED; 5x20T09:00 UNANSWERED                                              | -               | -
          21  | CALL    | 15T09:00 UNANSWERED; 6x20T09:00 UNANSWERED                                              | CALLS_IN_7_DAYS | 22
          22  | CALL    | 15T09:00 UNANSWERED; 6x20T09:00 UNANSWERED                                              | -               | -
          21  | CALL    | 14T23:59:59 UNANSWERED; 6x20T09:00 UNANSWERED                                           | -               | -
          21  | CALL    | 8x20T09:00 UNANSWERED                                                                   | CALLS_IN_7_DAYS | 27
          21  | CALL    | 15T09:00 UNANSWERED; 16T09:00 UNANSWERED; 6x20T09:00 UNANSWERED                         | CALLS_IN_7_DAYS | 23
        # voicemail and ringing out are calls, a busy line and a number out of service are not
          21  | CALL    | 3x20T09:00 VOICEMAIL; 4x20T10:00 ANSWERED                                               | CALLS_IN_7_DAYS | 27
          21  | CALL    | 6x20T09:00 UNANSWERED; 3x20T10:00 BUSY; 20T11:00 INVALID_NUMBER                         | -               | -
          21  | CALL    | 6x20T09:00 UNANSWERED; 20T10:00 in ANSWERED                                             | -               | -
        # to one person about one debt
          21  | CALL    | 6x20T09:00 UNANSWERED; 20T10:00 a:A2 UNANSWERED                                         | -               | -
          21  | CALL    | 6x20T09:00 UNANSWERED; 20T10:00 p:P2 UNANSWERED                                         | -               | -
          21  | CALL    | 6x20T09:00 UNANSWERED; 20T10:00 h:H2 UNANSWERED                                         | CALLS_IN_7_DAYS | 27
        # the day of a conversation is the first of seven, whoever called
          14  | CALL    | 14T09:00 CONVERSATION                                                                   | COOL_OFF        | 21
          20  | CALL    | 14T09:00 CONVERSATION                                                                   | COOL_OFF        | 21
          21  | CALL    | 14T23:59:59 CONVERSATION                                                                | -               | -
          20  | CALL    | 14T09:00 in CONVERSATION                                                                | COOL_OFF        | 21
          20  | CALL    | 12T09:00 CONVERSATION; 14T09:00 CONVERSATION                                            | COOL_OFF        | 21
          20  | CALL    | 14T09:00 ANSWERED; 15T09:00 REFUSED; 15T10:00 WRONG_PERSON                              | -               | -
          20  | CALL    | 14T09:00 a:A2 CONVERSATION; 14T10:00 p:P2 CONVERSATION                                  | -               | -
          20  | SMS     | 14T09:00 CONVERSATION                                                                   | -               | -
          20  | CALL    | 14T09:00 c:SMS CONVERSATION                                                             | -               | -
        # a word that nobody knows may have been one
          20  | CALL    | 14T09:00 HUNG_UP                                                                        | COOL_OFF        | 21
          20  | CALL    | 14T09:00 in HUNG_UP                                                                     | COOL_OFF        | 21
          20  | CALL    | 14T09:00 c:AGENCY CONVERSATION                                                          | COOL_OFF        | 21
          20  | CALL    | 14T09:00 c:PIGEON CONVERSATION                                                          | COOL_OFF        | 21
        # the one that holds longest is named
          21  | CALL    | 7x20T09:00 UNANSWERED; 16T09:00 CONVERSATION                                            | CALLS_IN_7_DAYS | 27
          21  | CALL    | 15T09:00 UNANSWERED; 6x20T09:00 UNANSWERED; 16T09:00 in CONVERSATION                    | COOL_OFF        | 23
        """)
    void united_states(int day, Channel channel, @Nullable String log, @Nullable String rule, @Nullable Integer until) {
        is(withheld("us", PartyType.BORROWER, channel, day, log), rule, until);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # law | channel | what there was                          | withheld
          us  | CALL    | 02T09:00 p:PC1 h:HC1 UNANSWERED         | -
          us  | CALL    | 02T09:00 p:PC1 h:HC1 WRONG_PERSON       | -
          us  | CALL    | 02T09:00 p:PC1 h:HC1 ANSWERED           | LOCATION_ENQUIRY
          us  | CALL    | 02T09:00 a:A2 p:PC1 h:HC1 CONVERSATION  | LOCATION_ENQUIRY
          us  | CALL    | 02T09:00 p:PC1 h:HC1 REFUSED            | LOCATION_ENQUIRY
          us  | CALL    | 02T09:00 p:PC1 h:HC1 HUNG_UP            | LOCATION_ENQUIRY
          us  | SMS     | 02T09:00 p:PC1 h:HC1 ANSWERED           | LOCATION_ENQUIRY
          us  | SMS     | 02T09:00 p:PC1 h:HC1 c:SMS SENT         | -
          us  | CALL    | 02T09:00 p:PC1 h:HC1 in ANSWERED        | -
          cn  | CALL    | 02T09:00 p:PC1 h:HC1 ANSWERED           | -
        """)
    void a_contact_is_asked_once_for_life_in_the_united_states(
            String law, Channel channel, @Nullable String log, @Nullable String rule) {
        is(withheld(law, PartyType.CONTACT, channel, 28, log), rule, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # law | party    | channel | what there was                             | left
          cn  | BORROWER | CALL    | -                                          | CALL_CONNECTED=3;DIAL_UNANSWERED=6
          cn  | BORROWER | CALL    | 2x21T09:00 UNANSWERED; 21T10:00 ANSWERED   | CALL_CONNECTED=2;DIAL_UNANSWERED=4
          cn  | BORROWER | CALL    | 9x21T09:00 UNANSWERED                      | CALL_CONNECTED=3;DIAL_UNANSWERED=0
          cn  | BORROWER | CALL    | 21T09:00 HUNG_UP                           | CALL_CONNECTED=2;DIAL_UNANSWERED=5
          cn  | BORROWER | VISIT   | -                                          | VISIT=1
          cn  | BORROWER | SMS     | -                                          | ''
          us  | BORROWER | CALL    | 2x20T09:00 UNANSWERED                      | CALL_PLACED=5
          us  | CONTACT  | CALL    | -                                          | CALL_PLACED=7;PERSON_REACHED=1
          us  | CONTACT  | SMS     | -                                          | PERSON_REACHED=1
        """)
    void a_line_says_how_many_more_it_allows(
            String law, PartyType party, Channel channel, @Nullable String log, String left) {
        Caps caps = new Caps(limits(law, 21), Book.attempts(Book.zone(law), log));
        assertThat(caps.left(Book.asked(law, party, channel, 21)).entrySet().stream()
                        .map(Map.Entry::toString)
                        .collect(Collectors.joining(";")))
                .isEqualTo(left);
    }

    @Test
    void what_is_never_allowed_has_no_end() {
        Law law = Book.tightened("cn", "CALLS_A_DAY: 0\n");
        List<Withheld> reasons =
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> new Caps(law.on(Book.november(21)), List.of())
                        .withheld(Book.asked("cn", PartyType.BORROWER, Channel.CALL, 21)));
        assertThat(reasons)
                .containsExactly(
                        new Withheld("CALLS_A_DAY", Citation.policy("tighten.CALLS_A_DAY"), "0 of 0, last ", null));
    }

    @Test
    void evidence_names_the_last_attempt_and_the_count() {
        assertThat(withheld("cn", PartyType.BORROWER, Channel.CALL, 21, "3x21T09:00 ANSWERED"))
                .containsExactly(new Withheld(
                        "CALLS_A_DAY",
                        new Citation("GB/T 45251-2025", "clause unconfirmed"),
                        "3 of 3, last T3",
                        Book.november(22)));
    }

    @Test
    void messages_can_be_counted_too() {
        Law law = LawFile.read(
                "x",
                Setting.parse(
                        "x.yaml",
                        "zones: {}\nregions: {}\nrules:\n  TWO: {instrument: i, clause: c, hardness: must, from: 2020-01-01, "
                                + "count: {unit: message, per: person, days: 1, at-most: 2}}\n"),
                null,
                Map.of());
        Caps caps = new Caps(
                law.on(Book.november(21)),
                Book.attempts(Book.SHANGHAI, "21T09:00 c:APP SENT; 21T10:00 c:EMAIL NOT_DELIVERED"));
        is(caps.withheld(Book.asked("cn", PartyType.BORROWER, Channel.SMS, 21)), "TWO", 22);
        is(caps.withheld(Book.asked("cn", PartyType.BORROWER, Channel.CALL, 21)), null, null);
    }

    private static Limits limits(String law, int day) {
        return Book.law(law).on(Book.november(day));
    }

    private static List<Withheld> withheld(
            String law, PartyType party, Channel channel, int day, @Nullable String log) {
        return new Caps(limits(law, day), Book.attempts(Book.zone(law), log))
                .withheld(Book.asked(law, party, channel, day));
    }

    private static void is(List<Withheld> reasons, @Nullable String rule, @Nullable Integer until) {
        Withheld named = Withheld.longest(reasons).orElse(null);
        assertThat(named == null ? null : named.rule()).isEqualTo(rule);
        assertThat(named == null ? null : named.until()).isEqualTo(until == null ? null : Book.november(until));
    }
}
