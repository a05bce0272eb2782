package io.arrears.ladder.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when to when a person may be reached, by both laws that are shipped (L1, L9, L13, L14). */
class HoursTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        # law, channel,  instant,                   may be reached
          cn, CALL,      2026-11-21T07:59:59+08:00, false
          cn, CALL,      2026-11-21T08:00:00+08:00, true
          cn, CALL,      2026-11-21T21:59:59+08:00, true
          cn, CALL,      2026-11-21T22:00:00+08:00, false
          cn, AUTO_CALL, 2026-11-21T22:00:00+08:00, false
          cn, VISIT,     2026-11-21T22:00:00+08:00, false
          cn, AGENCY,    2026-11-21T22:00:00+08:00, false
          cn, SMS,       2026-11-21T07:59:59+08:00, false
          cn, SMS,       2026-11-21T08:00:00+08:00, true
          cn, APP,       2026-11-21T21:59:59+08:00, true
          cn, APP,       2026-11-21T22:00:00+08:00, false
          cn, EMAIL,     2026-11-21T22:00:00+08:00, false
          cn, LETTER,    2026-11-21T22:00:00+08:00, false
        # the guide, of any form, is not yet in force: the standard alone is, of calls and visits
          cn, SMS,       2026-01-29T22:00:00+08:00, true
          cn, SMS,       2026-01-30T22:00:00+08:00, false
          cn, CALL,      2026-01-29T22:00:00+08:00, false
          cn, CALL,      2025-02-27T22:00:00+08:00, true
          cn, CALL,      2025-02-28T22:00:00+08:00, false
          us, CALL,      2026-11-21T07:59:59-05:00, false
          us, CALL,      2026-11-21T08:00:00-05:00, true
          us, CALL,      2026-11-21T20:59:59-05:00, true
          us, CALL,      2026-11-21T21:00:00-05:00, false
          us, SMS,       2026-11-21T21:00:00-05:00, false
          us, EMAIL,     2026-11-21T21:00:00-05:00, false
          us, CALL,      2021-11-29T21:00:00-05:00, true
          us, CALL,      2021-11-30T21:00:00-05:00, false
        """)
    void by_law(String law, Channel channel, OffsetDateTime at, boolean isReached) {
        Optional<Hours> hours =
                Hours.on(at.toLocalDate(), windows(law, at.toLocalDate(), channel), List.of(Book.zone(law)));
        assertThat(hours.orElseThrow().contains(at.toInstant())).isEqualTo(isReached);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # country | region | day        | from                      | to
          US      | NY     | 2026-11-21 | 2026-11-21T08:00-05:00    | 2026-11-21T21:00-05:00
          US      | ny     | 2026-11-21 | 2026-11-21T08:00-05:00    | 2026-11-21T21:00-05:00
        # two zones: what holds in both, in the first one's offset
          US      | TN     | 2026-11-21 | 2026-11-21T08:00-06:00    | 2026-11-21T20:00-06:00
          US      | FL     | 2026-11-21 | 2026-11-21T09:00-05:00    | 2026-11-21T21:00-05:00
          US      | AK     | 2026-11-21 | 2026-11-21T09:00-09:00    | 2026-11-21T21:00-09:00
        # Arizona and the Navajo: one hour apart in summer alone
          US      | AZ     | 2026-11-21 | 2026-11-21T08:00-07:00    | 2026-11-21T21:00-07:00
          US      | AZ     | 2026-07-21 | 2026-07-21T08:00-07:00    | 2026-07-21T20:00-07:00
        # no region, or one that nobody knows: from Hawaii's morning to New York's evening
          US      | -      | 2026-11-21 | 2026-11-21T13:00-05:00    | 2026-11-21T21:00-05:00
          US      | ZZ     | 2026-07-21 | 2026-07-21T14:00-04:00    | 2026-07-21T21:00-04:00
        # the day on which the clocks change, and those around it
          US      | NY     | 2026-03-07 | 2026-03-07T08:00-05:00    | 2026-03-07T21:00-05:00
          US      | NY     | 2026-03-08 | 2026-03-08T08:00-04:00    | 2026-03-08T21:00-04:00
          US      | NY     | 2026-10-31 | 2026-10-31T08:00-04:00    | 2026-10-31T21:00-04:00
          US      | NY     | 2026-11-01 | 2026-11-01T08:00-05:00    | 2026-11-01T21:00-05:00
        # across the date line: the same day begins 21 hours later in Samoa than in Guam
          US      | GU     | 2026-11-21 | 2026-11-21T08:00+10:00    | 2026-11-21T21:00+10:00
          US      | AS     | 2026-11-21 | 2026-11-21T08:00-11:00    | 2026-11-21T21:00-11:00
          GU      | -      | 2026-11-21 | 2026-11-21T08:00+10:00    | 2026-11-21T21:00+10:00
        # the forces abroad, and a country of another law
          US      | AE     | 2026-11-21 | -                         | -
          CN      | -      | 2026-11-21 | -                         | -
        """)
    void by_zone(
            String country,
            @Nullable String region,
            LocalDate day,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to) {
        List<ZoneId> zones = Book.law("us").zones().of(country, region);
        assertThat(Hours.on(day, windows("us", day, Channel.CALL), zones))
                .isEqualTo(from == null || to == null ? Optional.empty() : Optional.of(new Hours(day, from, to)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # windows                  | zones                         | from                    | to
          -                        | Asia/Shanghai                 | 2026-11-21T00:00+08:00  | 2026-11-22T00:00+08:00
        # past midnight: it belongs to the day on which it begins
          22:00-02:00              | Asia/Shanghai                 | 2026-11-21T22:00+08:00  | 2026-11-22T02:00+08:00
          08:00-08:00              | Asia/Shanghai                 | 2026-11-21T08:00+08:00  | 2026-11-22T08:00+08:00
          18:00-24:00              | Asia/Shanghai                 | 2026-11-21T18:00+08:00  | 2026-11-22T00:00+08:00
          22:00-02:00,08:00-23:00  | Asia/Shanghai                 | 2026-11-21T22:00+08:00  | 2026-11-21T23:00+08:00
          22:00-02:00,08:00-22:00  | Asia/Shanghai                 | -                       | -
          08:00-22:00,09:00-20:00  | Asia/Shanghai                 | 2026-11-21T09:00+08:00  | 2026-11-21T20:00+08:00
          08:00:01-21:59:59        | Asia/Shanghai                 | 2026-11-21T08:00:01+08:00 | 2026-11-21T21:59:59+08:00
        # two zones that never wake together
          08:00-12:00              | Asia/Shanghai,America/Chicago | -                       | -
          08:00-09:00              | Asia/Shanghai,Asia/Tokyo      | -                       | -
          08:00-10:00              | Asia/Shanghai,Asia/Tokyo      | 2026-11-21T08:00+08:00  | 2026-11-21T09:00+08:00
        """)
    void all_windows_hold_in_all_zones(
            @Nullable String windows, String zones, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
        LocalDate day = LocalDate.of(2026, 11, 21);
        assertThat(Hours.on(day, windows(windows), zones(zones)))
                .isEqualTo(from == null || to == null ? Optional.empty() : Optional.of(new Hours(day, from, to)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # windows      | zone             | as of      | generated at              | calling day
          08:00-22:00  | Asia/Shanghai    | 2026-11-20 | 2026-11-21T02:00:00+08:00 | 2026-11-21
          08:00-22:00  | Asia/Shanghai    | 2026-11-20 | 2026-11-20T23:00:00+08:00 | 2026-11-21
          08:00-22:00  | Asia/Shanghai    | 2026-11-20 | 2026-11-21T21:59:59+08:00 | 2026-11-21
          08:00-22:00  | Asia/Shanghai    | 2026-11-20 | 2026-11-21T22:00:00+08:00 | 2026-11-22
          08:00-22:00  | Asia/Shanghai    | 2026-11-20 | 2026-11-25T07:00:00+08:00 | 2026-11-25
          22:00-02:00  | Asia/Shanghai    | 2026-11-20 | 2026-11-22T01:59:59+08:00 | 2026-11-21
          22:00-02:00  | Asia/Shanghai    | 2026-11-20 | 2026-11-22T02:00:00+08:00 | 2026-11-22
          -            | Asia/Shanghai    | 2026-11-20 | 2026-11-21T23:59:59+08:00 | 2026-11-21
        # one instant, two days
          08:00-21:00  | Pacific/Guam     | 2026-11-20 | 2026-11-21T12:00:00Z      | 2026-11-22
          08:00-21:00  | Pacific/Honolulu | 2026-11-20 | 2026-11-21T12:00:00Z      | 2026-11-21
          08:00-21:00  | Pacific/Honolulu | 2026-11-20 | 2026-11-22T06:59:59Z      | 2026-11-21
          08:00-21:00  | Pacific/Honolulu | 2026-11-20 | 2026-11-22T07:00:00Z      | 2026-11-22
        """)
    void the_calling_day_is_the_first_whose_window_is_not_over(
            @Nullable String windows, String zone, LocalDate asOf, OffsetDateTime at, LocalDate day) {
        Instant generatedAt = at.toInstant();
        assertThat(Hours.calling(asOf, generatedAt, any -> windows(windows), zones(zone)))
                .map(Hours::day)
                .contains(day);
    }

    private static List<Limit.Window> windows(String law, LocalDate day, Channel channel) {
        return Book.law(law).on(day).of(Limit.Window.class).stream()
                .map(Limits.Held::limit)
                .filter(window -> window.channels().contains(channel))
                .toList();
    }

    private static List<Limit.Window> windows(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(","))
                        .map(window -> window.split("-"))
                        .map(times -> new Limit.Window(time(times[0]), time(times[1]), EnumSet.allOf(Channel.class)))
                        .toList();
    }

    private static LocalTime time(String text) {
        return ContactTerms.time(text).orElseThrow();
    }

    private static List<ZoneId> zones(String text) {
        return Stream.of(text.split(",")).map(ZoneId::of).toList();
    }
}
