package io.arrears.ladder.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the law files that are shipped: where each rule comes from, how it binds, whom, and from when on. */
class ShippedLawsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # law | rules
          cn  | HOURS should 2025-02-28, HOURS_ANY_FORM should 2026-01-30, CALLS_A_DAY should 2025-02-28, DIALS_A_HANDLE should 2026-01-30, \
                VISITS_A_DAY should 2025-02-28, VISIT_PEOPLE should 2025-02-28, THIRD_PERSONS must 2026-01-30, CONTACT_CONTENT must 2026-01-30, \
                CONTACT_CONTENT_STANDARD should 2025-02-28, CONTACT_CONTENT_SMALL_LOAN must 2024-12-31, CONTACT_CHANNELS must 2026-01-30, \
                OBJECTION must 2026-01-30, OBJECTION_STANDARD should 2025-02-28, HARDSHIP_REQUEST should 2025-02-28, STOPS must 2000-01-01
          us  | HOURS presumption 2021-11-30, CALLS_IN_7_DAYS presumption 2021-11-30, COOL_OFF presumption 2021-11-30, \
                LOCATION_ENQUIRY must 2021-11-30, THIRD_PERSONS must 2021-11-30, CONTACT_CONTENT must 2021-11-30, \
                CONTACT_CHANNELS must 2021-11-30, ATTORNEY must 2021-11-30, EMPLOYER must 2021-11-30, CEASE must 2021-11-30, \
                MEDIUM must 2021-11-30, STOPS must 2000-01-01
        """)
    void every_rule_with_its_hardness_and_its_first_day(String law, String rules) {
        assertThat(Book.law(law).rules().stream()
                        .map(rule ->
                                rule.key() + " " + rule.hardness().name().toLowerCase(Locale.ROOT) + " " + rule.from())
                        .toList())
                .containsExactly(rules.split(", +"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # law | licence          | does not bind
          cn  | -                | ''
          cn  | BANK             | CONTACT_CONTENT_SMALL_LOAN
          cn  | CONSUMER_FINANCE | CONTACT_CONTENT_SMALL_LOAN
          cn  | SMALL_LOAN       | ''
          us  | -                | ''
          us  | AGENCY           | ''
          us  | CREDITOR         | HOURS CALLS_IN_7_DAYS COOL_OFF LOCATION_ENQUIRY ATTORNEY EMPLOYER CEASE MEDIUM
        """)
    void whom_each_rule_binds(String law, @Nullable Licence licence, String unbound) {
        Set<String> bound =
                Book.shipped(law, licence).rules().stream().map(LawRule::key).collect(Collectors.toSet());
        assertThat(Book.law(law).rules().stream()
                        .map(LawRule::key)
                        .filter(key -> !bound.contains(key))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(unbound);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cn", "us"})
    void nobody_but_who_owes_is_told_of_the_debt(String law) {
        for (Licence licence : Licence.values()) {
            Limits limits = Book.shipped(law, licence).on(Book.november(21));
            assertThat(limits.said(PartyType.CONTACT)).isEqualTo(Content.LOCATE);
            for (PartyType party : List.of(PartyType.BORROWER, PartyType.CO_BORROWER, PartyType.GUARANTOR)) {
                assertThat(limits.said(party)).isEqualTo(Content.FULL);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_contact_is_neither_visited_nor_written_to_nor_sued(Channel channel) {
        boolean isNever = Set.of(Channel.VISIT, Channel.LETTER, Channel.AGENCY, Channel.LEGAL)
                .contains(channel);
        for (String law : List.of("cn", "us")) {
            Limits limits = Book.law(law).on(Book.november(21));
            Asked contact = Book.asked(law, PartyType.CONTACT, channel, 21);
            Asked borrower = Book.asked(law, PartyType.BORROWER, channel, 21);
            assertThat(Preconditions.withheld(limits, contact, List.of()))
                    .extracting(Withheld::rule)
                    .isEqualTo(isNever ? List.of("CONTACT_CHANNELS") : List.of());
            assertThat(Preconditions.withheld(limits, borrower, List.of())).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"2, true", "1, false"})
    void a_visit_in_china_is_by_two_people(int people, boolean isMet) {
        assertThat(Book.law("cn").on(Book.november(21)).of(Limit.People.class))
                .singleElement()
                .satisfies(held -> assertThat(people >= held.limit().atLeast()).isEqualTo(isMet));
    }

    /** Every state, the District, the territories and the forces abroad; of any other word the zones of the country. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # zones | states
          1     | AL AR AS CA CO CT DC DE GA GU HI IA IL LA MA MD ME MN MO MP MS MT NC NH NJ NM NY OH OK PA PR RI SC UT VA VI VT WA WI WV WY
          2     | AK AZ FL ID IN KS KY MI ND NE NV OR SD TN TX
          0     | AA AE AP
          8     | ZZ XX
        """)
    void each_state_has_its_zones(int zones, String states) {
        for (String state : states.split(" ")) {
            assertThat(Book.law("us").zones().of("US", state)).as(state).hasSize(zones);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # country | region   | zone
          CN      | -        | Asia/Shanghai
          CN      | Xinjiang | Asia/Shanghai
          US      | -        | -
          HK      | -        | -
        """)
    void china_has_one_zone(String country, @Nullable String region, @Nullable String zone) {
        assertThat(Book.law("cn").zones().of(country, region))
                .extracting(Object::toString)
                .isEqualTo(zone == null ? List.of() : List.of(zone));
    }
}
