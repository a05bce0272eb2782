package io.arrears.ladder.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person and the lender agreed on being contacted, and what of the law it may loosen (L13). */
class ContactTermsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hours=20:00-22:00",
                "HOURS=20:00-22:00; Dials=10 ;not=Sun,12:00-13:00; visit=yes",
                "hours=20:00-24:00",
                "hours=00:00-24:00",
                "dials=0",
                "visit=no",
                "not=MON",
                "not=22:00-24:00,23:00-01:00"
            })
    void are_read(String text) {
        assertThat(ContactTerms.parse("G1", text, true)).isPresent();
    }

    /** What cannot be read as a whole is read as nothing, so that nobody guesses what was agreed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "call him in the evening",
                "hours=20:00-22:00;",
                "hours=22:00-20:00",
                "hours=22:00-02:00",
                "hours=09:00-09:00",
                "hours=8:00-22:00",
                "hours=20:00",
                "hours=20:00-25:00",
                "hours=",
                "dials=ten",
                "dials=-1",
                "dials=1000",
                "dials=10; hurry=yes",
                "dials=10; dials=3",
                "visit=maybe",
                "not=Someday",
                "not=12:00-12:00",
                "not=Sun,",
                "hours=20:00-22:00, dials=10"
            })
    void are_read_whole_or_not_at_all(String text) {
        assertThat(ContactTerms.parse("G1", text, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # law | terms             | channel | hours of 21 November
          cn  | -                 | CALL    | 08:00-22:00
          cn  | hours=20:00-23:30 | CALL    | 20:00-23:30
          cn  | hours=20:00-23:30 | SMS     | 20:00-23:30
          cn  | hours=10:00-12:00 | CALL    | 10:00-12:00
          cn  | hours=06:00-24:00 | LETTER  | 06:00-24:00
          cn  | dials=10          | CALL    | 08:00-22:00
          us  | -                 | CALL    | 08:00-21:00
        # a presumption is not loosened, and can be tightened
          us  | hours=20:00-23:30 | CALL    | 20:00-21:00
          us  | hours=06:00-09:00 | SMS     | 08:00-09:00
          us  | hours=21:00-23:00 | CALL    | -
        """)
    void loosen_hours_only_where_they_should_be(
            String law, @Nullable String terms, Channel channel, @Nullable String hours) {
        assertThat(hours(limits(Book.law(law), terms), channel).map(ContactTermsTest::written))
                .isEqualTo(Optional.ofNullable(hours));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # law | terms     | there was              | withheld
          cn  | -         | 6x21T09:00 UNANSWERED  | DIALS_A_HANDLE
          cn  | dials=10  | 6x21T09:00 UNANSWERED  | -
          cn  | dials=10  | 9x21T09:00 UNANSWERED  | -
          cn  | dials=10  | 10x21T09:00 UNANSWERED | CONTACT_TERMS
          cn  | dials=2   | 2x21T09:00 UNANSWERED  | CONTACT_TERMS
          cn  | dials=10  | 3x21T09:00 ANSWERED    | CALLS_A_DAY
          us  | dials=10  | 7x21T09:00 UNANSWERED  | CALLS_IN_7_DAYS
          us  | dials=10  | 21T09:00 CONVERSATION  | COOL_OFF
        """)
    void loosen_unanswered_dials_alone(String law, @Nullable String terms, String log, @Nullable String rule) {
        Caps caps = new Caps(limits(Book.law(law), terms), Book.attempts(Book.zone(law), log));
        assertThat(Withheld.longest(caps.withheld(Book.asked(law, PartyType.BORROWER, Channel.CALL, 21)))
                        .map(Withheld::rule))
                .isEqualTo(Optional.ofNullable(rule));
    }

    @ParameterizedTest
    @CsvSource({"hours=20:00-23:00,CALL,20:00-21:00", "dials=10,CALL,09:00-21:00"})
    void loosen_nothing_that_the_lender_made_stricter(String terms, Channel channel, String hours) {
        Law law = Book.tightened("cn", "HOURS: {from: '09:00', to: '21:00'}\nDIALS_A_HANDLE: 4\n");
        Limits limits = limits(law, terms);
        assertThat(hours(limits, channel).map(ContactTermsTest::written)).contains(hours);
        assertThat(new Caps(limits, List.of()).left(Book.asked("cn", PartyType.BORROWER, channel, 21)))
                .containsEntry(Unit.DIAL_UNANSWERED, 4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # terms                         | hours                             | generated at           | left (21 November is a Saturday)
          not=Sun                       | 2026-11-21T08:00/2026-11-21T22:00 | 2026-11-21T02:00+08:00 | 2026-11-21T08:00/2026-11-21T22:00
          not=Sat                       | 2026-11-21T08:00/2026-11-21T22:00 | 2026-11-21T02:00+08:00 | -
          not=12:00-13:00               | 2026-11-21T08:00/2026-11-21T22:00 | 2026-11-21T02:00+08:00 | 2026-11-21T13:00/2026-11-21T22:00
          not=18:00-19:00               | 2026-11-21T08:00/2026-11-21T22:00 | 2026-11-21T02:00+08:00 | 2026-11-21T08:00/2026-11-21T18:00
        # the longest part that is not over
          not=18:00-19:00               | 2026-11-21T08:00/2026-11-21T22:00 | 2026-11-21T17:59+08:00 | 2026-11-21T08:00/2026-11-21T18:00
          not=18:00-19:00               | 2026-11-21T08:00/2026-11-21T22:00 | 2026-11-21T18:00+08:00 | 2026-11-21T19:00/2026-11-21T22:00
          not=18:00-22:00               | 2026-11-21T08:00/2026-11-21T22:00 | 2026-11-21T18:00+08:00 | -
          not=08:00-22:00               | 2026-11-21T08:00/2026-11-21T22:00 | 2026-11-21T02:00+08:00 | -
          not=12:00-13:00,15:00-15:30   | 2026-11-21T08:00/2026-11-21T22:00 | 2026-11-21T02:00+08:00 | 2026-11-21T15:30/2026-11-21T22:00
          not=06:00-09:00,20:00-24:00   | 2026-11-21T08:00/2026-11-21T22:00 | 2026-11-21T02:00+08:00 | 2026-11-21T09:00/2026-11-21T20:00
        # past midnight
          not=21:00-09:00               | 2026-11-21T08:00/2026-11-21T22:00 | 2026-11-21T02:00+08:00 | 2026-11-21T09:00/2026-11-21T21:00
          not=00:00-01:00               | 2026-11-21T20:00/2026-11-22T02:00 | 2026-11-21T02:00+08:00 | 2026-11-21T20:00/2026-11-22T00:00
          not=Sun                       | 2026-11-21T20:00/2026-11-22T02:00 | 2026-11-21T02:00+08:00 | 2026-11-21T20:00/2026-11-22T00:00
        """)
    void leave_out_days_and_times(String terms, String hours, OffsetDateTime at, @Nullable String left) {
        assertThat(ContactTerms.parse("G1", terms, true)
                        .orElseThrow()
                        .within(hours(hours), List.of(Book.SHANGHAI), at.toInstant()))
                .isEqualTo(Optional.ofNullable(left).map(ContactTermsTest::hours));
    }

    /** Noon in either zone of two is noon. */
    @ParameterizedTest
    @CsvSource({"not=12:00-13:00,America/New_York;America/Chicago,2026-11-21T14:00-05:00"})
    void leave_them_out_in_every_zone(String terms, String zones, OffsetDateTime from) {
        List<ZoneId> all = Stream.of(zones.split(";")).map(ZoneId::of).toList();
        Hours day = new Hours(
                LocalDate.of(2026, 11, 21),
                OffsetDateTime.parse("2026-11-21T09:00-05:00"),
                OffsetDateTime.parse("2026-11-21T21:00-05:00"));
        assertThat(ContactTerms.parse("G1", terms, true).orElseThrow().within(day, all, Instant.EPOCH))
                .contains(new Hours(day.day(), from, day.to()));
    }

    private static Limits limits(Law law, @Nullable String terms) {
        Limits limits = law.on(Book.november(21));
        return terms == null
                ? limits
                : limits.with(ContactTerms.parse("G1", terms, true).orElseThrow());
    }

    private static Optional<Hours> hours(Limits limits, Channel channel) {
        return Hours.on(
                Book.november(21),
                limits.of(Limit.Window.class).stream()
                        .map(Limits.Held::limit)
                        .filter(window -> window.channels().contains(channel))
                        .toList(),
                List.of(Book.SHANGHAI));
    }

    private static Hours hours(String fromTo) {
        String[] times = fromTo.split("/");
        OffsetDateTime from = OffsetDateTime.parse(times[0] + "+08:00");
        return new Hours(from.toLocalDate(), from, OffsetDateTime.parse(times[1] + "+08:00"));
    }

    private static String written(Hours hours) {
        String to = hours.to().toLocalTime().toString();
        return hours.from().toLocalTime() + "-" + (to.equals("00:00") ? "24:00" : to);
    }
}
