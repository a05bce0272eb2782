package io.arrears.feed;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a header is told at once, and nothing that may be a person's stands in it. */
class HeaderLineTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of(
                        "A1,1,1,2026-02-01,5,1",
                        "the first line is no header: none of its 6 values names a column"
                                + " of this file; it has to name account_id, schedule_version, number, due_on, principal, interest"),
                Arguments.of(
                        "account_id,schedule_version,number,due_on,principal",
                        "the required column \"interest\" is missing"),
                Arguments.of(
                        "account_id,number,number",
                        "column \"number\" stands twice in the header; the required columns"
                                + " \"schedule_version\", \"due_on\", \"principal\", \"interest\" are missing"),
                Arguments.of(
                        "account_id,schedule_version,number,due_on,principal,interest,colour,zhangwei",
                        "column 7 is unknown; column 8 is unknown"),
                Arguments.of(
                        "account_id,schedule_version,number,due_on,principle,Interest,value_on",
                        "column 5 is unknown; is \"principal\" meant?; column 6 is unknown; is \"interest\" meant?; column 7 is"
                                + " unknown: \"value_on\" is a column of another file; the required columns \"principal\","
                                + " \"interest\" are missing"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everything_that_is_wrong_is_told_by_position(String line, String told) {
        assertThatThrownBy(() -> places(Feed.INSTALMENTS, line))
                .isInstanceOf(Malformed.class)
                .hasMessage(told);
    }

    @Test
    void a_person_in_the_place_of_a_header_is_not_shown() {
        for (String line : List.of(
                "B1,Anna Schmidt,PASSPORT,P1234567,13812345678,DE",
                "borrower_id,Anna Schmidt,id_type,P1234567,country,13812345678",
                "borrower_id,full_name,id_type,id_number,country,cindy,Anna Schmidt,P1234567,13812345678")) {
            assertThatThrownBy(() -> places(Feed.BORROWERS, line))
                    .isInstanceOf(Malformed.class)
                    .message()
                    .doesNotContain("Anna", "Schmidt", "P1234567", "138", "cindy");
        }
    }

    @Test
    void a_thousand_columns_are_told_in_a_line() {
        String line = "account_id," + String.join(",", java.util.Collections.nCopies(1000, "x"));
        assertThatThrownBy(() -> places(Feed.INSTALMENTS, line))
                .hasMessageContaining(
                        "column 13 is unknown; 988 more of its columns are unknown or stand twice; the required");
    }

    private static int[] places(Feed feed, String line) {
        return new HeaderLine(feed.layout(), Arrays.asList(line.split(",", -1))).places();
    }
}
