package io.arrears.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ladder.law.Channel;
import io.arrears.ladder.law.Content;
import io.arrears.ladder.law.PartyType;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which contact may be asked where the borrower is (L11, L12, L17). */
class ContactLinesTest {

    private static final String LADDER = """
            locate-templates: [ask]
            stages: [{stage: A, from: 1, offers: [GRACE], borrower: {SMS: t, CALL: t}, guarantor: {CALL: t}, contact: {CALL: ask, SMS: ask}}]
            """;

    /** Three calls of 9 July that nobody answered: contacts may be asked from the 10th on. */
    private static Cases opened() {
        return Cases.loan().ladderOf(LADDER).called("UNANSWERED", "07-09T09:00", "07-09T10:00", "07-09T11:00");
    }

    /** The answers for a CALL of C1 and of C2. */
    private record Row(String what, UnaryOperator<Cases> loan, String asOf, String first, String second) {}

    private static Cases both(Cases loan) {
        return loan.contact("C1", "901").contact("C2", "902");
    }

    static final Row[] TABLE = {
        new Row("on the third day of failures", loan -> both(loan), "07-08", "THIRD_PERSONS -", "THIRD_PERSONS -"),
        new Row("from the next day on", loan -> both(loan), "07-09", "may", "ONE_CONTACT_A_DAY 07-11"),
        new Row("and later", loan -> both(loan), "07-19", "may", "ONE_CONTACT_A_DAY 07-21"),
        new Row(
                "the borrower answered",
                loan -> both(loan).called("ANSWERED", "07-09T12:00"),
                "07-09",
                "THIRD_PERSONS -",
                "THIRD_PERSONS -"),
        new Row(
                "the borrower called",
                loan -> both(loan).attempt("PB1", "100", "CALL", "07-09T12:00", "CONVERSATION", true),
                "07-09",
                "THIRD_PERSONS -",
                "THIRD_PERSONS -"),
        new Row(
                "the borrower paid",
                loan -> both(loan).paid("E1", "07-09", 1_00),
                "07-09",
                "THIRD_PERSONS -",
                "THIRD_PERSONS -"),
        new Row(
                "he paid another account",
                loan -> both(loan).paidElsewhere("07-01", "07-09"),
                "07-09",
                "THIRD_PERSONS -",
                "THIRD_PERSONS -"),
        new Row(
                "he paid it before",
                loan -> both(loan).paidElsewhere("07-01", "07-08", "07-12"),
                "07-09",
                "may",
                "ONE_CONTACT_A_DAY 07-11"),
        new Row(
                "another of his ids has a new number",
                loan -> both(loan).numberElsewhere("100", "01-01T00:00").numberElsewhere("101", "07-09T12:00"),
                "07-09",
                "THIRD_PERSONS -",
                "THIRD_PERSONS -"),
        new Row(
                "another of his ids has the contact's number",
                loan -> both(loan).numberElsewhere("901", "01-01T00:00"),
                "07-09",
                "OWN_NUMBER -",
                "may"),
        new Row(
                "his number is none, but he has another",
                loan -> both(loan)
                        .numberElsewhere("101", "01-01T00:00")
                        .called("INVALID_NUMBER", "07-09T12:00")
                        .generated("07-09T13:00"),
                "07-08",
                "THIRD_PERSONS -",
                "THIRD_PERSONS -"),
        new Row(
                "neither is one",
                loan -> both(loan)
                        .numberElsewhere("100", "01-01T00:00")
                        .numberElsewhere("101", "01-01T00:00")
                        .attempt("PB1", "101", "CALL", "07-09T11:30", "INVALID_NUMBER", false)
                        .called("INVALID_NUMBER", "07-09T12:00")
                        .generated("07-09T13:00"),
                "07-08",
                "may",
                "ONE_CONTACT_A_DAY 07-10"),
        new Row(
                "the first was not reached",
                loan -> both(loan).attempt("H901", "901", "CALL", "07-10T09:00", "UNANSWERED", false),
                "07-10",
                "may",
                "ONE_CONTACT_A_DAY 07-12"),
        new Row(
                "the first was",
                loan -> both(loan).attempt("H901", "901", "CALL", "07-10T09:00", "ANSWERED", false),
                "07-10",
                "ALREADY_ASKED -",
                "may"),
        new Row(
                "a word nobody knows",
                loan -> both(loan).attempt("H901", "901", "CALL", "07-10T09:00", "MAYBE", false),
                "07-10",
                "ALREADY_ASKED -",
                "may"),
        new Row(
                "he called himself",
                loan -> both(loan).attempt("H901", "901", "CALL", "07-10T09:00", "CONVERSATION", true),
                "07-10",
                "may",
                "ONE_CONTACT_A_DAY 07-12"),
        new Row(
                "the second was called today",
                loan -> both(loan)
                        .generated("07-10T12:00")
                        .attempt("H902", "902", "CALL", "07-10T09:00", "UNANSWERED", false),
                "07-09",
                "ONE_CONTACT_A_DAY 07-11",
                "may"),
        new Row(
                "no source",
                loan -> loan.contact("C1", "901", null, null).contact("C2", "902"),
                "07-09",
                "NO_SOURCE -",
                "may"),
        new Row(
                "objected",
                loan -> loan.contact("C1", "901", "DEBTOR", "C1").contact("C2", "902"),
                "07-09",
                "OBJECTED -",
                "may"),
        new Row(
                "the borrower's number",
                loan -> loan.contact("C1", "100").contact("C2", "902"),
                "07-09",
                "OWN_NUMBER -",
                "may"),
        new Row(
                "a guarantor's number",
                loan -> loan.party(PartyType.GUARANTOR, "B3", "300", null, "01-01", null)
                        .contact("C1", "300")
                        .contact("C2", "902"),
                "07-09",
                "OWN_NUMBER -",
                "may"),
        new Row(
                "stopped",
                loan -> both(loan).stop("REFUSED", "PB1", "C1", null, "07-01", null),
                "07-09",
                "REFUSED -",
                "may"),
        new Row(
                "stopped for a while",
                loan -> both(loan).stop("COMPLAINT", "PB1", "C1", null, "07-01", "07-12"),
                "07-09",
                "COMPLAINT 07-13",
                "may"),
        new Row(
                "the borrower has an attorney",
                loan -> both(loan).stop("ATTORNEY", "PB1", "07-01", null),
                "07-09",
                "ATTORNEY -",
                "ATTORNEY -"),
        new Row("no number", loan -> loan.contact("C1", null).contact("C2", "902"), "07-09", "NO_HANDLE -", "may"),
        new Row(
                "a number that is none",
                loan -> both(loan).attempt("H901", "901", "CALL", "07-09T09:00", "INVALID_NUMBER", false),
                "07-09",
                "INVALID_NUMBER -",
                "may"),
        new Row(
                "attempts unknown",
                loan -> both(loan).attemptsUnknown(),
                "07-09",
                "ATTEMPTS_UNKNOWN -",
                "ATTEMPTS_UNKNOWN -"),
        new Row("disputed", loan -> both(loan).disputed("07-01", null), "07-09", "DISPUTED -", "DISPUTED -"),
        new Row(
                "incapable",
                loan -> both(loan).stop("INCAPABLE", "PB1", "07-01", null),
                "07-02",
                "may",
                "ONE_CONTACT_A_DAY 07-04"),
        new Row(
                "the borrower's number is none: at once",
                loan -> both(loan).called("INVALID_NUMBER", "07-09T12:00").generated("07-09T13:00"),
                "07-08",
                "may",
                "ONE_CONTACT_A_DAY 07-10"),
        new Row(
                "but not a new one",
                loan -> both(loan)
                        .called("INVALID_NUMBER", "07-09T12:00")
                        .phone("101")
                        .generated("07-09T13:00"),
                "07-08",
                "THIRD_PERSONS -",
                "THIRD_PERSONS -"),
    };

    @ParameterizedTest
    @FieldSource("TABLE")
    void one_contact_a_day_is_asked_in_the_order_of_their_ids(Row row) {
        Cases loan = row.loan().apply(opened());
        assertThat(loan.answer(row.asOf(), "C1", Channel.CALL)).as(row.what()).isEqualTo(row.first());
        assertThat(loan.answer(row.asOf(), "C2", Channel.CALL)).as(row.what()).isEqualTo(row.second());
    }

    @Test
    void one_contact_has_all_the_channels_of_the_day() {
        assertThat(both(opened()).lines("07-09")).isEqualTo("B1 SMS, B1 CALL, C1 SMS, C1 CALL");
    }

    @Test
    void a_contact_is_only_asked_where_the_borrower_is_by_the_rule_that_opened_it() {
        Line line = both(opened()).line("07-09", "C1", Channel.CALL);
        assertThat(line.content()).isEqualTo(Content.LOCATE);
        assertThat(line.isLocate()).isTrue();
        assertThat(line.template()).isEqualTo("ask");
        assertThat(line.decidedBy()).startsWith("ladder.LOCATE#金融机构个人消费类贷款催收工作指引(试行) ");
    }
}
