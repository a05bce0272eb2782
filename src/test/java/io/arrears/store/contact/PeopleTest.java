package io.arrears.store.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ladder.law.PartyType;
import io.arrears.ladder.law.Zones;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may be contacted, of the forms of a borrower's row: in which zones (L9), and since when his number is known (L17). */
class PeopleTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");
    private static final Zones ZONES =
            new Zones(Map.of("US", List.of(NEW_YORK, HONOLULU)), Map.of("US NY", List.of(NEW_YORK)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # country | region | his zones                         | a contact's
          US      | NY     | America/New_York                  | America/New_York Pacific/Honolulu
          US      | -      | America/New_York Pacific/Honolulu | America/New_York Pacific/Honolulu
          FR      | NY     | ''                                | ''
        """)
    void a_contact_may_live_anywhere_in_the_country(
            String country, @Nullable String region, String own, String contacts) {
        List<People.Form> forms = List.of(new People.Form(1, 1, Instant.EPOCH, "B1", "P1", "1", country, region));
        assertThat(written(
                        People.reachable(PartyType.BORROWER, forms, ZONES, null).zones()))
                .isEqualTo(own);
        assertThat(written(People.anywhere(forms, ZONES))).isEqualTo(contacts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # numbers by revision, known from second 1 on | since
          a                                           | 0
          a a                                         | 0
          b a                                         | 2
          b a a                                       | 2
          a b a                                       | 3
          - a                                         | 2
          a -                                         | 2
        """)
    void a_number_is_known_since_it_last_became_that_one(String numbers, long since) {
        List<People.Form> forms = new ArrayList<>();
        for (String number : numbers.split(" ")) {
            int revision = forms.size() + 1;
            String phone = number.equals("-") ? null : number;
            forms.add(new People.Form(1, revision, Instant.ofEpochSecond(revision), "B1", "P1", phone, "US", null));
        }
        assertThat(People.reachable(PartyType.BORROWER, forms, ZONES, null).phoneSince())
                .isEqualTo(Instant.ofEpochSecond(since));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # forms: id, known from, number    | his numbers, and since when
          B1 1 a                           | a 0
          B1 1 a, B2 1 b                   | a 0, b 0
          B1 1 a, B2 5 a                   | a 0, a 0
          B1 1 a, B2 5 b                   | a 0, b 5
          B1 1 a, B1 4 b, B2 5 a           | b 4, a 0
          B1 5 a, B2 1 b, B2 7 c           | a 5, c 7
          B1 1 -, B2 5 b                   | b 5
        """)
    void an_id_that_comes_later_can_bring_a_new_number(String forms, String numbers) {
        Map<String, Integer> revisions = new HashMap<>();
        List<People.Form> known = Stream.of(forms.split(", "))
                .map(form -> form.split(" "))
                .map(form -> new People.Form(
                        1,
                        revisions.merge(form[0], 1, Integer::sum),
                        Instant.ofEpochSecond(Long.parseLong(form[1])),
                        form[0],
                        "P1",
                        form[2].equals("-") ? null : form[2],
                        "CN",
                        null))
                .toList();
        assertThat(People.numbers(known).stream()
                        .map(number -> number.digits() + " " + number.since().getEpochSecond())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(numbers);
    }

    private static String written(List<ZoneId> zones) {
        return String.join(" ", zones.stream().map(ZoneId::getId).toList());
    }
}
