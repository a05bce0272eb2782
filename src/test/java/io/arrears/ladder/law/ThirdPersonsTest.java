package io.arrears.ladder.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ladder.law.Limits.Held;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when on a third person may be asked where the debtor is (L17), by both laws that are shipped; on days of November 2026. */
class ThirdPersonsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # what there was                                                                          | open from
          -                                                                                       | -
        # three in a row: from the day after the third on
          2x21T09:00 UNANSWERED                                                                   | -
          3x21T09:00 UNANSWERED                                                                   | 22
          21T09:00 UNANSWERED; 21T10:00 VOICEMAIL; 21T11:00 BUSY                                  | 22
          19T09:00 UNANSWERED; 21T09:00 UNANSWERED; 21T10:00 UNANSWERED                           | 22
          19T09:00 UNANSWERED; 19T10:00 h:H2 UNANSWERED; 21T10:00 a:A2 UNANSWERED                 | 22
          2x20T09:00 UNANSWERED; 20T23:59:59 UNANSWERED                                           | 21
          2x20T09:00 UNANSWERED; 21T00:00:00 UNANSWERED                                           | 22
          3x19T09:00 UNANSWERED; 2x21T09:00 UNANSWERED                                            | 20
        # two that failed and one that was answered are not three that failed
          2x21T09:00 UNANSWERED; 21T10:00 ANSWERED                                                | -
          21T09:00 UNANSWERED; 21T10:00 ANSWERED; 21T11:00 UNANSWERED                             | -
          2x21T09:00 UNANSWERED; 21T10:00 WRONG_PERSON                                            | -
          2x21T09:00 UNANSWERED; 21T10:00 HUNG_UP                                                 | -
          2x21T09:00 UNANSWERED; 21T10:00 HUNG_UP; 21T11:00 UNANSWERED                            | -
          2x21T09:00 UNANSWERED; 21T10:00 c:SMS NOT_DELIVERED                                     | -
          2x21T09:00 UNANSWERED; 21T10:00 c:PIGEON UNANSWERED                                     | -
          2x21T09:00 UNANSWERED; 21T10:00 c:AGENCY UNANSWERED                                     | -
          2x21T09:00 UNANSWERED; 21T10:00 c:VISIT UNANSWERED                                      | -
          2x21T09:00 UNANSWERED; 21T10:00 p:P2 UNANSWERED                                         | -
          21T09:00 UNANSWERED; 21T09:30 c:SMS SENT; 21T10:00 UNANSWERED; 21T11:00 UNANSWERED      | 22
          2x21T09:00 c:AUTO_CALL UNANSWERED; 21T10:00 UNANSWERED                                  | 22
        # three days in a row: on the third
          19T09:00 UNANSWERED; 20T09:00 UNANSWERED; 21T20:00 UNANSWERED                           | 21
          18T09:00 UNANSWERED; 20T09:00 UNANSWERED                                                | -
          19T09:00 UNANSWERED; 20T09:00 UNANSWERED; 20T10:00 WRONG_PERSON; 21T09:00 UNANSWERED    | 21
          19T09:00 UNANSWERED; 20T09:00 HUNG_UP; 21T09:00 UNANSWERED                              | -
          19T09:00 UNANSWERED; 20T09:00 c:PIGEON UNANSWERED; 21T09:00 UNANSWERED                  | -
        # no day on which he was reached, or called himself, is one without reaching him
          19T09:00 ANSWERED; 19T10:00 UNANSWERED; 20T09:00 UNANSWERED; 21T09:00 WRONG_PERSON      | -
          19T09:00 ANSWERED; 19T10:00 UNANSWERED; 20T09:00 UNANSWERED; 20T10:00 HUNG_UP; 21T09:00 UNANSWERED | -
          19T09:00 in ANSWERED; 19T10:00 UNANSWERED; 20T09:00 UNANSWERED; 20T10:00 HUNG_UP; 21T09:00 UNANSWERED | -
          18T09:00 ANSWERED; 19T10:00 UNANSWERED; 20T09:00 UNANSWERED; 20T10:00 HUNG_UP; 21T09:00 UNANSWERED | 21
        # a number that is none: at once
          21T09:00 INVALID_NUMBER                                                                 | 21
          20T09:00 ANSWERED; 21T09:00 INVALID_NUMBER                                              | 21
          21T09:00 INVALID_NUMBER; 21T10:00 UNANSWERED                                            | -
          21T09:00 h:H2 INVALID_NUMBER                                                            | -
          21T09:00 c:PIGEON INVALID_NUMBER                                                        | -
        # who was reached, or calls, can be reached
          3x20T09:00 UNANSWERED; 21T09:00 ANSWERED                                                | -
          3x20T09:00 UNANSWERED; 21T09:00 REFUSED                                                 | -
          3x20T09:00 UNANSWERED; 21T09:00 c:PIGEON ANSWERED                                       | -
          3x20T09:00 UNANSWERED; 21T09:00 c:VISIT ANSWERED                                        | -
          3x20T09:00 UNANSWERED; 21T09:00 c:VISIT UNANSWERED                                      | 21
          3x20T09:00 UNANSWERED; 21T09:00 c:SMS SENT                                              | 21
          3x20T09:00 UNANSWERED; 21T09:00 in c:SMS SENT                                           | -
          3x20T09:00 UNANSWERED; 20T12:00 in CONVERSATION                                         | -
          3x20T09:00 UNANSWERED; 20T12:00 in HUNG_UP                                              | -
          21T09:00 INVALID_NUMBER; 21T10:00 in ANSWERED                                           | -
          3x20T09:00 UNANSWERED; 21T09:00 ANSWERED; 3x21T10:00 UNANSWERED                         | 22
        """)
    void calls(@Nullable String log, @Nullable Integer from) {
        for (String law : List.of("cn", "us")) {
            assertThat(opening(law, log, "01T00:00", null, null))
                    .as(law)
                    .isEqualTo(from == null ? null : Book.november(from));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # what there was             | number since | paid on | incapable since | open from
          3x20T09:00 UNANSWERED      | 20T08:00     | -       | -               | 21
          3x20T09:00 UNANSWERED      | 20T12:00     | -       | -               | -
          21T09:00 INVALID_NUMBER    | 21T12:00     | -       | -               | -
          3x20T09:00 UNANSWERED      | 01T00:00     | 20      | -               | -
          3x20T09:00 UNANSWERED      | 01T00:00     | 21      | -               | -
          3x20T09:00 UNANSWERED      | 01T00:00     | 19      | -               | 21
          21T09:00 INVALID_NUMBER    | 01T00:00     | 21      | -               | -
          -                          | 01T00:00     | -       | 15              | 15
          3x20T09:00 UNANSWERED      | 01T00:00     | -       | 15              | 15
          20T09:00 ANSWERED          | 01T00:00     | 20      | 15              | 15
          -                          | 01T00:00     | -       | 29              | -
        """)
    void a_new_number_and_a_payment_close_it_and_who_is_incapable_opens_it(
            @Nullable String log,
            String phoneSince,
            @Nullable Integer paidOn,
            @Nullable Integer incapableSince,
            @Nullable Integer from) {
        assertThat(opening("cn", log, phoneSince, paidOn, incapableSince))
                .isEqualTo(from == null ? null : Book.november(from));
    }

    /** Three that failed today open tomorrow, from eight o'clock on, and not today. */
    @ParameterizedTest
    @CsvSource({"21,false", "22,true", "23,true"})
    void today_is_not_tomorrow(int day, boolean isOpen) {
        assertThat(on("cn", day, "3x21T09:00 UNANSWERED", "01T00:00", null, null)
                        .isPresent())
                .isEqualTo(isOpen);
    }

    private static @Nullable LocalDate opening(
            String law, @Nullable String log, String phoneSince, @Nullable Integer paid, @Nullable Integer incapable) {
        return on(law, 28, log, phoneSince, paid, incapable)
                .map(ThirdPersons::from)
                .orElse(null);
    }

    private static Optional<ThirdPersons> on(
            String law,
            int day,
            @Nullable String log,
            String phoneSince,
            @Nullable Integer paid,
            @Nullable Integer incapable) {
        Held<Limit.Sequence> held =
                Book.law(law).on(Book.november(day)).of(Limit.Sequence.class).get(0);
        ZoneId zone = Book.zone(law);
        Instant since =
                LocalDateTime.parse("2026-11-" + phoneSince).atZone(zone).toInstant();
        return ThirdPersons.on(
                Book.november(day),
                held.rule(),
                held.limit(),
                new ThirdPersons.Debtor(
                        Book.attempts(zone, log).stream()
                                .filter(call -> call.person().equals("P1"))
                                .toList(),
                        "H1",
                        since,
                        List.of(),
                        paid == null ? List.of() : List.of(Book.november(paid)),
                        zone,
                        incapable == null ? null : Book.november(incapable)));
    }
}
