package io.arrears.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ladder.law.Channel;
import io.arrears.ladder.law.PartyType;
import io.arrears.ladder.law.Unit;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** When, by which channel and by which rule somebody is contacted or not (L1, L3, L4, L8, L9, L13, L20, L25, L26). */
class ContactingTest {

    private static final String ALL =
            "borrower: {SMS: t, AUTO_CALL: t, CALL: t, LETTER: t, VISIT: t}, guarantor: {CALL: t}, co-borrower: {CALL: t}";

    private static String ladder(String keys, String more) {
        return keys + "\nstages: [{stage: A, from: 1, " + more + ALL + "}, {stage: B, from: 20, " + ALL + "}]";
    }

    private static Cases loan() {
        return Cases.loan()
                .ladderOf(ladder("visit: office", ""))
                .party(PartyType.GUARANTOR, "B3", "300", 300_00L, "01-01", "08-01");
    }

    @ParameterizedTest
    @CsvSource({
        // generated,      calling day
        "07-12T02:00:00, 07-12", //
        "07-12T12:00:00, 07-12",
        "07-12T21:59:59, 07-12",
        "07-12T22:00:00, 07-13",
        "07-12T23:30:00, 07-13",
        "07-13T00:30:00, 07-13",
        "07-11T23:30:00, 07-12",
        "07-19T10:00:00, 07-19",
        "07-19T22:00:00, 07-20",
    })
    void the_calling_day_is_the_first_whose_hours_are_not_over(String generated, String day) {
        Line line = loan().generated(generated).line("07-11", "B1", Channel.CALL);
        assertThat(line.hours().day()).isEqualTo(Cases.day(day));
        assertThat(line.hours().from()).isEqualTo("2026-" + day + "T08:00+08:00");
        assertThat(line.hours().to()).isEqualTo("2026-" + day + "T22:00+08:00");
        assertThat(line.figures().dpd()).isEqualTo(11);
        assertThat(line.decidedBy()).isEqualTo("ladder.A#GB/T 45251-2025 clause unconfirmed");
    }

    /** One answer. */
    private record Row(
            String what, UnaryOperator<Cases> loan, String asOf, String party, Channel channel, String answer) {}

    private static Row row(String what, UnaryOperator<Cases> loan, String asOf, Channel channel, String answer) {
        return new Row(what, loan, asOf, "B1", channel, answer);
    }

    private static Row guarantor(String what, UnaryOperator<Cases> loan, String asOf, String answer) {
        return new Row(what, loan, asOf, "B3", Channel.CALL, answer);
    }

    static final Row[] TABLE = {
        row("nothing", loan -> loan, "07-11", Channel.CALL, "may"),
        // The log of attempts is not known (L4)
        row("unknown attempts", loan -> loan.attemptsUnknown(), "07-11", Channel.CALL, "ATTEMPTS_UNKNOWN -"),
        row("unknown attempts", loan -> loan.attemptsUnknown(), "07-11", Channel.AUTO_CALL, "ATTEMPTS_UNKNOWN -"),
        row("unknown attempts", loan -> loan.attemptsUnknown(), "07-11", Channel.VISIT, "ATTEMPTS_UNKNOWN -"),
        row("unknown attempts", loan -> loan.attemptsUnknown(), "07-11", Channel.SMS, "may"),
        row("unknown attempts", loan -> loan.attemptsUnknown(), "07-11", Channel.LETTER, "may"),
        guarantor("unknown attempts", loan -> loan.attemptsUnknown(), "07-11", "ATTEMPTS_UNKNOWN -"),
        // Rejects of nobody known stop an agency and the law alone (L3)
        row("unknown rejects", loan -> loan.unknownRejects(), "07-11", Channel.CALL, "may"),
        row(
                "unknown rejects",
                loan -> loan.unknownRejects().ladderOf("stages: [{stage: A, from: 1, borrower: {LEGAL: t}}]"),
                "07-11",
                Channel.LEGAL,
                "UNKNOWN_REJECTS -"),
        // Numbers (L8)
        row("no number", loan -> loan.phone(null), "07-11", Channel.SMS, "NO_HANDLE -"),
        row("no number", loan -> loan.phone(null), "07-11", Channel.CALL, "NO_HANDLE -"),
        row("no number", loan -> loan.phone(null), "07-11", Channel.AUTO_CALL, "NO_HANDLE -"),
        row("no number", loan -> loan.phone(null), "07-11", Channel.LETTER, "may"),
        row(
                "a number that is none",
                loan -> loan.called("INVALID_NUMBER", "07-05T09:00"),
                "07-11",
                Channel.SMS,
                "INVALID_NUMBER -"),
        row(
                "a number that is none",
                loan -> loan.called("INVALID_NUMBER", "07-05T09:00"),
                "07-11",
                Channel.LETTER,
                "may"),
        row(
                "it rang since",
                loan -> loan.called("INVALID_NUMBER", "07-05T09:00").called("BUSY", "07-06T09:00"),
                "07-11",
                Channel.SMS,
                "may"),
        row(
                "another number since",
                loan -> loan.called("INVALID_NUMBER", "07-05T09:00").phone("101"),
                "07-11",
                Channel.SMS,
                "may"),
        // Zones (L9)
        row("no zone", loan -> loan.zones(), "07-11", Channel.CALL, "ZONE_UNKNOWN -"),
        row("no zone", loan -> loan.zones(), "07-11", Channel.LETTER, "ZONE_UNKNOWN -"),
        // Caps of the calling day
        row(
                "six unanswered",
                loan -> loan.generated("07-12T12:00")
                        .called(
                                "UNANSWERED",
                                "07-12T08:00",
                                "07-12T08:10",
                                "07-12T08:20",
                                "07-12T08:30",
                                "07-12T08:40",
                                "07-12T08:50"),
                "07-11",
                Channel.CALL,
                "DIALS_A_HANDLE 07-13"),
        row(
                "five unanswered",
                loan -> loan.generated("07-12T12:00")
                        .called(
                                "UNANSWERED",
                                "07-12T08:00",
                                "07-12T08:10",
                                "07-12T08:20",
                                "07-12T08:30",
                                "07-12T08:40"),
                "07-11",
                Channel.CALL,
                "may"),
        row(
                "six and an agreement",
                loan -> loan.generated("07-12T12:00")
                        .terms("dials=10", "07-01", null)
                        .called(
                                "UNANSWERED",
                                "07-12T08:00",
                                "07-12T08:10",
                                "07-12T08:20",
                                "07-12T08:30",
                                "07-12T08:40",
                                "07-12T08:50"),
                "07-11",
                Channel.CALL,
                "may"),
        row(
                "six for a late night",
                loan -> loan.generated("07-12T23:00")
                        .called(
                                "UNANSWERED",
                                "07-12T08:00",
                                "07-12T08:10",
                                "07-12T08:20",
                                "07-12T08:30",
                                "07-12T08:40",
                                "07-12T08:50"),
                "07-11",
                Channel.CALL,
                "may"),
        // What was agreed (L13); 12 July is a Sunday
        row(
                "not on Sundays",
                loan -> loan.terms("not=Sun", "07-01", null),
                "07-11",
                Channel.CALL,
                "CONTACT_TERMS 07-13"),
        row("on Mondays", loan -> loan.terms("not=Sun", "07-01", null), "07-12", Channel.CALL, "may"),
        row("agreed until then", loan -> loan.terms("not=Sun", "07-01", "07-11"), "07-11", Channel.CALL, "may"),
        row(
                "agreed from then on",
                loan -> loan.terms("not=Sun", "07-12", null),
                "07-11",
                Channel.CALL,
                "CONTACT_TERMS 07-13"),
        row("agreed later", loan -> loan.terms("not=Sun", "07-13", null), "07-11", Channel.CALL, "may"),
        row(
                "nobody can read it",
                loan -> loan.terms("please be kind", "07-01", null),
                "07-11",
                Channel.CALL,
                "TERMS_UNREADABLE -"),
        // Without evidence they loosen nothing, and what is stricter holds
        row(
                "more dials, unproved",
                loan -> loan.generated("07-12T12:00")
                        .terms("dials=10", "07-01", null)
                        .unproved()
                        .called(
                                "UNANSWERED",
                                "07-12T08:00",
                                "07-12T08:10",
                                "07-12T08:20",
                                "07-12T08:30",
                                "07-12T08:40",
                                "07-12T08:50"),
                "07-11",
                Channel.CALL,
                "DIALS_A_HANDLE 07-13"),
        row(
                "fewer dials, unproved",
                loan -> loan.generated("07-12T12:00")
                        .terms("dials=5", "07-01", null)
                        .unproved()
                        .called(
                                "UNANSWERED",
                                "07-12T08:00",
                                "07-12T08:10",
                                "07-12T08:20",
                                "07-12T08:30",
                                "07-12T08:40"),
                "07-11",
                Channel.CALL,
                "CONTACT_TERMS 07-13"),
        row(
                "not on Sundays, unproved",
                loan -> loan.terms("not=Sun", "07-01", null).unproved(),
                "07-11",
                Channel.CALL,
                "CONTACT_TERMS 07-13"),
        row(
                "hours that the law has not, unproved",
                loan -> loan.terms("hours=06:00-07:00", "07-01", null).unproved(),
                "07-11",
                Channel.CALL,
                "TERMS_UNEVIDENCED -"),
        row("proved", loan -> loan.terms("hours=06:00-07:00", "07-01", null), "07-11", Channel.CALL, "may"),
        row(
                "unproved after a proved one, which holds on",
                loan -> loan.terms("not=Sun", "07-01", null)
                        .terms("dials=5", "07-02", null)
                        .unproved(),
                "07-11",
                Channel.CALL,
                "CONTACT_TERMS 07-13"),
        row(
                "proved after an unproved one, which it replaces",
                loan -> loan.terms("not=Sun", "07-01", null).unproved().terms("dials=5", "07-02", null),
                "07-11",
                Channel.CALL,
                "may"),
        row(
                "unreadable and unproved",
                loan -> loan.terms("dials=5", "07-01", null)
                        .terms("please be kind", "07-02", null)
                        .unproved(),
                "07-11",
                Channel.CALL,
                "TERMS_UNREADABLE -"),
        row(
                "a visit agreed, unproved",
                loan -> loan.ladderOf(ladder("", ""))
                        .terms("visit=yes", "07-01", null)
                        .unproved(),
                "07-11",
                Channel.VISIT,
                "NO_VISIT_CONSENT -"),
        row(
                "a visit agreed, and no longer, unproved",
                loan -> loan.ladderOf(ladder("", ""))
                        .terms("visit=yes", "07-01", null)
                        .terms("visit=no", "07-02", null)
                        .unproved(),
                "07-11",
                Channel.VISIT,
                "NO_VISIT_CONSENT -"),
        guarantor("the borrower's terms", loan -> loan.terms("not=Sun", "07-01", null), "07-11", "may"),
        // Visits (L25)
        row("at an office", loan -> loan, "07-11", Channel.VISIT, "may"),
        row(
                "at home",
                loan -> loan.ladderOf(ladder("visit: consent", "")),
                "07-11",
                Channel.VISIT,
                "NO_VISIT_CONSENT -"),
        row("by default", loan -> loan.ladderOf(ladder("", "")), "07-11", Channel.VISIT, "NO_VISIT_CONSENT -"),
        row(
                "agreed",
                loan -> loan.ladderOf(ladder("", "")).terms("visit=yes", "07-01", null),
                "07-11",
                Channel.VISIT,
                "may"),
        row(
                "not agreed",
                loan -> loan.ladderOf(ladder("", "")).terms("visit=no", "07-01", null),
                "07-11",
                Channel.VISIT,
                "NO_VISIT_CONSENT -"),
        row(
                "agreed until then",
                loan -> loan.ladderOf(ladder("", "")).terms("visit=yes", "07-01", "07-11"),
                "07-11",
                Channel.VISIT,
                "NO_VISIT_CONSENT -"),
        // How often (L20): stage A begins on 1 July, so its first calling day is the 2nd
        row("every three days: first", loan -> loan.ladderOf(ladder("", "every: 3, ")), "07-01", Channel.SMS, "may"),
        row("second", loan -> loan.ladderOf(ladder("", "every: 3, ")), "07-02", Channel.SMS, "EVERY 07-05"),
        row("third", loan -> loan.ladderOf(ladder("", "every: 3, ")), "07-03", Channel.SMS, "EVERY 07-05"),
        row(
                "the next stage is sooner",
                loan -> loan.ladderOf(ladder("", "every: 40, ")),
                "07-03",
                Channel.SMS,
                "EVERY 07-21"),
        row(
                "its first calling day is over when a late list is made",
                loan -> loan.ladderOf(ladder("", "every: 40, ")).generated("07-25T02:00"),
                "07-18",
                Channel.SMS,
                "EVERY 07-26"),
        row("fourth", loan -> loan.ladderOf(ladder("", "every: 3, ")), "07-04", Channel.SMS, "may"),
        row(
                "at most two: one",
                loan -> loan.ladderOf(ladder("", "at-most: 2, ")).called("BUSY", "07-02T09:00"),
                "07-04",
                Channel.CALL,
                "may"),
        row(
                "two",
                loan -> loan.ladderOf(ladder("", "at-most: 2, ")).called("BUSY", "07-02T09:00", "07-03T09:00"),
                "07-04",
                Channel.CALL,
                "AT_MOST 07-21"),
        row(
                "two of another channel",
                loan -> loan.ladderOf(ladder("", "at-most: 2, ")).called("BUSY", "07-02T09:00", "07-03T09:00"),
                "07-04",
                Channel.SMS,
                "may"),
        row(
                "two before the stage",
                loan -> loan.ladderOf(ladder("", "at-most: 2, ")).called("BUSY", "06-30T09:00", "07-01T09:00"),
                "07-04",
                Channel.CALL,
                "may"),
        row(
                "by a channel nobody knows",
                loan -> loan.ladderOf(ladder("", "at-most: 1, "))
                        .attempt("PB1", "100", "PIGEON", "07-02T09:00", "SENT", false),
                "07-04",
                Channel.CALL,
                "AT_MOST 07-21"),
        row(
                "one from him",
                loan -> loan.ladderOf(ladder("", "at-most: 1, "))
                        .attempt("PB1", "100", "CALL", "07-02T09:00", "CONVERSATION", true),
                "07-04",
                Channel.CALL,
                "may"),
        row("none at all", loan -> loan.ladderOf(ladder("", "at-most: 0, ")), "07-04", Channel.CALL, "AT_MOST 07-21"),
        // Who stops whom (L26)
        row("the guarantor refused", loan -> loan.stop("REFUSED", "PB3", "07-01", null), "07-11", Channel.CALL, "may"),
        guarantor("he refused", loan -> loan.stop("REFUSED", "PB3", "07-01", null), "07-11", "REFUSED -"),
        guarantor("his attorney", loan -> loan.stop("ATTORNEY", "PB3", "07-01", "07-20"), "07-11", "ATTORNEY 07-21"),
        guarantor(
                "the borrower's complaint",
                loan -> loan.stop("COMPLAINT", "PB1", "07-01", null),
                "07-11",
                "COMPLAINT -"),
        guarantor(
                "the borrower's moratorium",
                loan -> loan.stop("MORATORIUM", "PB1", "07-01", null),
                "07-11",
                "MORATORIUM -"),
        guarantor("the borrower's dispute", loan -> loan.disputed("07-01", null), "07-11", "DISPUTED -"),
        guarantor(
                "the borrower's promise", loan -> loan.promised("07-05", "07-20", null), "07-11", "PROMISE_OPEN 07-22"),
        guarantor("the borrower died", loan -> loan.stop("DECEASED", "PB1", "07-01", null), "07-11", "may"),
        row(
                "the borrower died",
                loan -> loan.stop("DECEASED", "PB1", "07-01", null),
                "07-11",
                Channel.LETTER,
                "DECEASED -"),
        guarantor("the borrower is incapable", loan -> loan.stop("INCAPABLE", "PB1", "07-01", null), "07-11", "may"),
        guarantor("the borrower's attorney", loan -> loan.stop("ATTORNEY", "PB1", "07-01", null), "07-11", "may"),
        guarantor(
                "a kind nobody knows", loan -> loan.stop("PILGRIMAGE", "PB1", "07-01", null), "07-11", "PILGRIMAGE -"),
        row(
                "a kind nobody knows",
                loan -> loan.stop("PILGRIMAGE", "PB1", "07-01", null),
                "07-11",
                Channel.LETTER,
                "PILGRIMAGE -"),
        row(
                "a stop of one channel",
                loan -> loan.stop("MEDIUM_OPTED_OUT", "PB1", null, "SMS", "07-01", null),
                "07-11",
                Channel.SMS,
                "MEDIUM_OPTED_OUT -"),
        row(
                "a stop of one channel",
                loan -> loan.stop("MEDIUM_OPTED_OUT", "PB1", null, "SMS", "07-01", null),
                "07-11",
                Channel.CALL,
                "may"),
        row(
                "a stop's last day",
                loan -> loan.stop("COMPLAINT", "PB1", "07-01", "07-12"),
                "07-11",
                Channel.CALL,
                "COMPLAINT 07-13"),
        row("the day after", loan -> loan.stop("COMPLAINT", "PB1", "07-01", "07-12"), "07-12", Channel.CALL, "may"),
        row(
                "a stop that begins",
                loan -> loan.stop("COMPLAINT", "PB1", "07-12", null),
                "07-11",
                Channel.CALL,
                "COMPLAINT -"),
        // Whoever answers for the account on the calling day (L1); the guarantor until before 1 August
        guarantor("his last day", loan -> loan, "07-30", "may"),
        guarantor("the day after", loan -> loan, "07-31", ""),
        guarantor("a late night", loan -> loan.generated("07-31T22:00"), "07-30", ""),
    };

    @ParameterizedTest
    @FieldSource("TABLE")
    void somebody_is_contacted_or_not(Row row) {
        Cases loan = row.loan().apply(loan());
        assertThat(loan.answer(row.asOf(), row.party(), row.channel()))
                .as(row.what())
                .isEqualTo(row.answer());
    }

    @ParameterizedTest
    @CsvSource({"300_00, 30000", "1000_00, 100000", "5000_00, 100000", ", 100000"})
    void a_guarantor_is_told_no_more_than_he_answers_for(String limit, long told) {
        Long amount = limit == null ? null : Long.valueOf(limit.replace("_", ""));
        Cases loan =
                Cases.loan().ladderOf(ladder("", "")).party(PartyType.GUARANTOR, "B3", "300", amount, "01-01", null);
        assertThat(loan.line("07-11", "B3", Channel.CALL).overdueTotal()).isEqualTo(told);
        assertThat(loan.line("07-11", "B1", Channel.CALL).overdueTotal()).isEqualTo(100000);
    }

    @Test
    void hours_of_several_zones_are_those_that_hold_in_all() {
        Cases loan = loan().zones(Cases.SHANGHAI, ZoneId.of("Asia/Tokyo"));
        assertThat(loan.line("07-11", "B1", Channel.CALL).hours().from()).isEqualTo("2026-07-12T08:00+08:00");
        assertThat(loan.line("07-11", "B1", Channel.CALL).hours().to()).isEqualTo("2026-07-12T21:00+08:00");
    }

    @Test
    void agreed_hours_are_the_lines_and_only_the_borrowers() {
        Cases loan = loan().terms("hours=20:00-23:00; not=21:00-21:15", "07-01", null);
        assertThat(loan.line("07-11", "B1", Channel.CALL).hours().from()).isEqualTo("2026-07-12T21:15+08:00");
        assertThat(loan.line("07-11", "B1", Channel.CALL).hours().to()).isEqualTo("2026-07-12T23:00+08:00");
        assertThat(loan.line("07-11", "B3", Channel.CALL).hours().to()).isEqualTo("2026-07-12T22:00+08:00");
    }

    @Test
    void hours_agreed_without_evidence_only_narrow_those_of_the_law() {
        Cases loan = loan().terms("hours=20:00-23:00", "07-01", null).unproved();
        assertThat(loan.line("07-11", "B1", Channel.CALL).hours().from()).isEqualTo("2026-07-12T20:00+08:00");
        assertThat(loan.line("07-11", "B1", Channel.CALL).hours().to()).isEqualTo("2026-07-12T22:00+08:00");
    }

    @Test
    void what_is_left_of_each_cap_is_told() {
        Cases loan = loan().generated("07-12T12:00")
                .called("UNANSWERED", "07-12T08:00")
                .called("ANSWERED", "07-12T09:00");
        assertThat(loan.line("07-11", "B1", Channel.CALL).left())
                .containsEntry(Unit.CALL_CONNECTED, 2)
                .containsEntry(Unit.DIAL_UNANSWERED, 5)
                .hasSize(2);
        assertThat(loan.line("07-11", "B1", Channel.LETTER).left()).isEmpty();
    }
}
