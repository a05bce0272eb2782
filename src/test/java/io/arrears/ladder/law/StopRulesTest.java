package io.arrears.ladder.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whom a stop of each kind keeps from being contacted, by both laws that are shipped (L3, L18, L26): of account A1 with borrower P1,
 * guarantor PG1 and contact C1.
 */
class StopRulesTest {

    private static final LocalDate DAY = Book.november(21);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # of the borrower  | borrower | guarantor | contact
          DECEASED         | stopped  | -         | stopped
          INCAPABLE        | stopped  | -         | -
          ATTORNEY         | stopped  | -         | stopped
          COMPLAINT        | stopped  | stopped   | stopped
          MORATORIUM       | stopped  | stopped   | stopped
          HARDSHIP         | stopped  | stopped   | stopped
          REFUSED          | stopped  | -         | stopped
          EMPLOYER_FORBIDS | stopped  | -         | -
          MEDIUM_OPTED_OUT | stopped  | -         | -
          complaint        | stopped  | stopped   | stopped
          IN_PRISON        | stopped  | stopped   | stopped
        """)
    void of_the_borrower(String kind, String borrower, String guarantor, String contact) {
        for (String law : List.of("cn", "us")) {
            StopOn stop = stop("P1", kind, null, null, null, null);
            assertThat(List.of(
                            said(law, stop, PartyType.BORROWER),
                            said(law, stop, PartyType.GUARANTOR),
                            said(law, stop, PartyType.CONTACT)))
                    .as(law)
                    .containsExactly(borrower, guarantor, contact);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # of the guarantor | borrower | guarantor | contact
          DECEASED         | -        | stopped   | -
          COMPLAINT        | -        | stopped   | -
          MORATORIUM       | -        | stopped   | -
          REFUSED          | -        | stopped   | -
          IN_PRISON        | stopped  | stopped   | stopped
        """)
    void of_the_guarantor(String kind, String borrower, String guarantor, String contact) {
        StopOn stop = stop("PG1", kind, null, null, null, null);
        assertThat(List.of(
                        said("cn", stop, PartyType.BORROWER),
                        said("cn", stop, PartyType.GUARANTOR),
                        said("cn", stop, PartyType.CONTACT)))
                .containsExactly(borrower, guarantor, contact);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # of contact | kind      | borrower | guarantor | contact C1
          C1         | REFUSED   | -        | -         | stopped
          C2         | REFUSED   | -        | -         | -
          C1         | COMPLAINT | -        | -         | stopped
          C2         | IN_PRISON | stopped  | stopped   | stopped
        """)
    void of_a_contact(String contactId, String kind, String borrower, String guarantor, String contact) {
        StopOn stop = stop("P1", kind, null, contactId, null, null);
        assertThat(List.of(
                        said("cn", stop, PartyType.BORROWER),
                        said("cn", stop, PartyType.GUARANTOR),
                        said("cn", stop, PartyType.CONTACT)))
                .containsExactly(borrower, guarantor, contact);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # account | channel | handle | asked by  | stopped
          -       | -       | -      | LETTER    | true
          -       | -       | -      | LEGAL     | true
          A1      | -       | -      | CALL      | true
          A2      | -       | -      | CALL      | false
          -       | SMS     | -      | SMS       | true
          -       | sms     | -      | SMS       | true
          -       | SMS     | -      | CALL      | false
          -       | CALL    | -      | CALL      | true
        # a machine's call is a call; who does not want machines may be called by people
          -       | CALL    | -      | AUTO_CALL | true
          -       | AUTO_CALL | -    | CALL      | false
          -       | AUTO_CALL | -    | AUTO_CALL | true
        # a channel that nobody knows may be any
          -       | PIGEON  | -      | CALL      | true
          -       | -       | H1     | CALL      | true
          -       | -       | H2     | CALL      | false
          A1      | SMS     | H1     | SMS       | true
          A1      | SMS     | H2     | SMS       | false
        """)
    void for_an_account_a_channel_or_a_number(
            @Nullable String account,
            @Nullable String channel,
            @Nullable String handle,
            Channel askedBy,
            boolean isStopped) {
        for (String kind : List.of("MEDIUM_OPTED_OUT", "UNHEARD_OF")) {
            StopOn stop = stop("P1", kind, account, null, channel, handle);
            assertThat(withheld("cn", stop, asked(PartyType.BORROWER, askedBy, DAY)))
                    .as(kind)
                    .hasSize(isStopped ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # from | to | day | stopped | until
          20   | 22 | 19  | false   | -
          20   | 22 | 20  | true    | 23
          20   | 22 | 22  | true    | 23
          20   | 22 | 23  | false   | -
          20   | -  | 28  | true    | -
        """)
    void through_its_last_day(int from, @Nullable Integer to, int day, boolean isStopped, @Nullable Integer until) {
        StopOn stop = new StopOn(
                "S1",
                "P1",
                null,
                null,
                null,
                null,
                "MORATORIUM",
                Book.november(from),
                to == null ? null : Book.november(to));
        List<Withheld> reasons = withheld("cn", stop, asked(PartyType.BORROWER, Channel.CALL, Book.november(day)));
        assertThat(reasons).hasSize(isStopped ? 1 : 0);
        assertThat(Withheld.longest(reasons).map(Withheld::until))
                .isEqualTo(Optional.ofNullable(until).map(Book::november));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # law | kind             | cited
          cn  | REFUSED          | 金融机构个人消费类贷款催收工作指引(试行) clause unconfirmed
          cn  | HARDSHIP         | GB/T 45251-2025 clause unconfirmed
          cn  | DECEASED         | policy stops
          cn  | IN_PRISON        | policy stops
          us  | ATTORNEY         | 12 CFR 1006 6(b)(2), 10(b)(5)
          us  | EMPLOYER_FORBIDS | 12 CFR 1006 6(b)(3)
          us  | REFUSED          | 12 CFR 1006 6(c)
          us  | MEDIUM_OPTED_OUT | 12 CFR 1006 6(e), 14(h)
          us  | MORATORIUM       | policy stops
        """)
    void the_rule_is_the_kind_and_the_law_is_cited_first(String law, String kind, String cited) {
        Withheld why = Withheld.longest(withheld(
                        law, stop("P1", kind, null, null, null, null), asked(PartyType.BORROWER, Channel.CALL, DAY)))
                .orElseThrow();
        assertThat(why.rule()).isEqualTo(kind);
        assertThat(why.citation()).hasToString(cited);
        assertThat(why.evidence()).isEqualTo("S1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # kind      | of  | contact | since
          INCAPABLE | P1  | -       | 20
          INCAPABLE | PG1 | -       | -
          INCAPABLE | P1  | C1      | -
          DECEASED  | P1  | -       | -
        """)
    void who_is_incapable_is_known(String kind, String person, @Nullable String contact, @Nullable Integer since) {
        StopRules rules = rules("cn", stop(person, kind, null, contact, null, null));
        assertThat(rules.incapableSince(DAY)).isEqualTo(since == null ? null : Book.november(since));
        assertThat(rules.incapableSince(Book.november(19))).isNull();
    }

    @Test
    void before_a_law_was_in_force_what_the_lender_was_told_holds_all_the_same() {
        LocalDate before = LocalDate.of(2020, 1, 1);
        StopOn stop = new StopOn("S1", "P1", null, null, null, null, "REFUSED", before, null);
        StopRules rules = new StopRules(Book.law("us").on(before), "P1", List.of(stop));
        assertThat(rules.withheld(asked(PartyType.BORROWER, Channel.CALL, before)))
                .extracting(why -> why.citation().toString())
                .containsExactly("policy stops");
        assertThat(rules.withheld(asked(PartyType.GUARANTOR, Channel.CALL, before)))
                .isEmpty();
    }

    private static StopOn stop(
            String person,
            String kind,
            @Nullable String account,
            @Nullable String contact,
            @Nullable String channel,
            @Nullable String handle) {
        return new StopOn("S1", person, account, contact, channel, handle, kind, Book.november(20), null);
    }

    private static String said(String law, StopOn stop, PartyType party) {
        return withheld(law, stop, asked(party, Channel.CALL, DAY)).isEmpty() ? "-" : "stopped";
    }

    private static Asked asked(PartyType party, Channel channel, LocalDate day) {
        List<String> ids =
                switch (party) {
                    case BORROWER -> List.of("B1", "P1", "H1");
                    case CO_BORROWER, GUARANTOR -> List.of("G1", "PG1", "HG1");
                    case CONTACT -> List.of("C1", "PC1", "HC1");
                };
        return new Asked("A1", party, ids.get(0), ids.get(1), ids.get(2), channel, day, Book.SHANGHAI);
    }

    private static StopRules rules(String law, StopOn stop) {
        return new StopRules(Book.law(law).on(DAY), "P1", List.of(stop));
    }

    private static List<Withheld> withheld(String law, StopOn stop, Asked asked) {
        return rules(law, stop).withheld(asked);
    }
}
