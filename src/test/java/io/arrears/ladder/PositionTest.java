package io.arrears.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Policies;
import io.arrears.delinquency.Policy;
import io.arrears.ladder.law.Channel;
import io.arrears.ledger.EntryType;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The stage of an account, since when, and the next one (L20, L21). */
class PositionTest {

    private static final String LADDER = """
            stages:
            - {stage: EARLY, from: 1, borrower: {SMS: t}}
            - {stage: MIDDLE, from: 10, %sborrower: {SMS: t}}
            - {stage: LATE, from: 30, borrower: {SMS: t}}
            - {stage: WRITTEN_OFF, from: 1, charged-off: true, borrower: {SMS: t}}
            """;

    private static final String REMINDERS = """
            stages:
            - {stage: FIRST, from: -7, borrower: {SMS: t}}
            - {stage: SECOND, from: -2, borrower: {SMS: t}}
            - {stage: EARLY, from: 1, borrower: {SMS: t}}
            - {stage: MIDDLE, from: 10, borrower: {SMS: t}}
            """;

    private static String middle(String otherwise) {
        return LADDER.formatted("otherwise: [" + otherwise + "], ");
    }

    private static Policy grace(int days) {
        return Policies.policy().grace(days, Policy.GraceMode.COUNT_BACK).build();
    }

    private record Row(String what, UnaryOperator<Cases> loan, String asOf, String stands) {}

    private static final String LARGE = "{at-least: {CNY: 1000}, from: 5}";

    static final Row[] TABLE = {
        new Row("on the due date", loan -> loan, "06-30", "nowhere"),
        new Row("a day later", loan -> loan, "07-01", "EARLY since 07-01, MIDDLE on 07-10"),
        new Row("on the day before the next", loan -> loan, "07-09", "EARLY since 07-01, MIDDLE on 07-10"),
        new Row("on the day of the next", loan -> loan, "07-10", "MIDDLE since 07-10, LATE on 07-30"),
        new Row("on the last", loan -> loan, "12-31", "LATE since 07-30, -"),
        new Row("before it was opened", loan -> loan, "2025-11-30", "nowhere"),
        new Row("paid", loan -> loan.paid("E1", "07-12", 1000_00), "07-12", "nowhere"),
        new Row(
                "written off",
                loan -> loan.entry("W", EntryType.WRITE_OFF, "08-20", 1000_00, null),
                "08-25",
                "WRITTEN_OFF since 08-20, -"),
        // What was paid moves the oldest due date, and the stage with it
        new Row("two unpaid", loan -> loan.due(1, 2, "07-30", 1000_00), "08-15", "LATE since 07-30, -"),
        new Row(
                "part of the first paid",
                loan -> loan.due(1, 2, "07-30", 1000_00).paid("E1", "08-10", 300_00),
                "08-15",
                "LATE since 07-30, -"),
        new Row(
                "the first paid",
                loan -> loan.due(1, 2, "07-30", 1000_00).paid("E1", "08-10", 1000_00),
                "08-15",
                "MIDDLE since 08-10, LATE on 08-29"),
        new Row(
                "heard of later",
                loan -> loan.due(1, 2, "07-30", 1000_00).paidBackDated("E1", "08-10", "08-14", 1000_00),
                "08-15",
                "MIDDLE since 08-10, LATE on 08-29"),
        new Row(
                "a payment taken back",
                loan -> loan.paid("E1", "07-05", 1000_00).reversed("E1", "07-20", 1000_00),
                "07-25",
                "MIDDLE since 07-20, LATE on 07-30"),
        new Row(
                "a dispute that is over",
                loan -> loan.disputed("07-12", "07-20"),
                "07-25",
                "MIDDLE since 07-10, LATE on 07-30"),
        // Large and small amounts
        new Row("large", loan -> loan.ladderOf(middle(LARGE)), "07-05", "MIDDLE since 07-05, LATE on 07-30"),
        new Row(
                "large the day before",
                loan -> loan.ladderOf(middle(LARGE)),
                "07-04",
                "EARLY since 07-01, MIDDLE on 07-05"),
        new Row(
                "just below",
                loan -> loan.ladderOf(middle(LARGE)).paid("E1", "07-02", 1),
                "07-05",
                "EARLY since 07-01, MIDDLE on 07-10"),
        new Row(
                "falls back",
                loan -> loan.ladderOf(middle(LARGE)).paid("E1", "07-07", 1),
                "07-08",
                "EARLY since 07-07, MIDDLE on 07-10"),
        new Row(
                "grows large",
                loan -> loan.ladderOf(middle("{at-least: {CNY: 1500}, from: 5}"))
                        .due(1, 2, "07-06", 500_00),
                "07-08",
                "MIDDLE since 07-07, LATE on 07-30"),
        new Row(
                "large in another currency",
                loan -> loan.ladderOf(middle("{at-least: {USD: 1}, from: 5}")),
                "07-05",
                "EARLY since 07-01, MIDDLE on 07-10"),
        new Row(
                "not small",
                loan -> loan.ladderOf(middle("{below: {CNY: 1000}, from: 20}")),
                "07-10",
                "MIDDLE since 07-10, LATE on 07-30"),
        new Row(
                "small",
                loan -> loan.ladderOf(middle("{below: {CNY: 1000.01}, from: 20}")),
                "07-10",
                "EARLY since 07-01, MIDDLE on 07-20"),
        new Row(
                "skips a stage",
                loan -> loan.ladderOf(middle("{below: {CNY: 1000.01}, from: 40}")),
                "07-10",
                "EARLY since 07-01, LATE on 07-30"),
        new Row(
                "two beginnings, the last",
                loan -> loan.ladderOf(middle(LARGE + ", {products: [loan], from: 7}")),
                "07-06",
                "EARLY since 07-01, MIDDLE on 07-07"),
        new Row(
                "its product",
                loan -> loan.ladderOf(middle("{products: [car, loan], from: 3}")),
                "07-03",
                "MIDDLE since 07-03, LATE on 07-30"),
        new Row(
                "another product",
                loan -> loan.of("car").ladderOf(middle("{products: [loan], from: 3}")),
                "07-03",
                "EARLY since 07-01, MIDDLE on 07-10"),
        new Row(
                "an earlier episode",
                loan -> loan.ladderOf(middle("{episodes: 1, from: 3}"))
                        .due(1, 2, "07-30", 1000_00)
                        .paid("E1", "07-05", 1000_00),
                "08-02",
                "MIDDLE since 08-02, LATE on 08-29"),
        new Row(
                "the first episode",
                loan -> loan.ladderOf(middle("{episodes: 1, from: 3}")),
                "07-05",
                "EARLY since 07-01, MIDDLE on 07-10"),
        new Row(
                "one earlier of two",
                loan -> loan.ladderOf(middle("{episodes: 2, from: 3}"))
                        .due(1, 2, "07-30", 1000_00)
                        .paid("E1", "07-05", 1000_00),
                "08-02",
                "EARLY since 07-31, MIDDLE on 08-09"),
        new Row(
                "no break between two",
                loan -> loan.ladderOf(middle("{episodes: 1, from: 3}"))
                        .due(1, 2, "07-30", 1000_00)
                        .paid("E1", "07-31", 1000_00),
                "08-05",
                "EARLY since 07-31, MIDDLE on 08-09"),
        // Grace (D6)
        new Row("in grace", loan -> loan.by(grace(3)), "07-03", "nowhere"),
        new Row("out of grace", loan -> loan.by(grace(3)), "07-04", "EARLY since 07-04, MIDDLE on 07-10"),
        new Row("grace beyond a stage", loan -> loan.by(grace(12)), "07-13", "MIDDLE since 07-13, LATE on 07-30"),
        // Before the due date
        new Row("too early", loan -> loan.ladderOf(REMINDERS), "06-22", "nowhere"),
        new Row("reminded", loan -> loan.ladderOf(REMINDERS), "06-23", "FIRST since 06-23, SECOND on 06-28"),
        new Row("reminded again", loan -> loan.ladderOf(REMINDERS), "06-29", "SECOND since 06-28, EARLY on 07-01"),
        new Row("paid ahead", loan -> loan.ladderOf(REMINDERS).paid("E1", "06-20", 1000_00), "06-24", "nowhere"),
        new Row(
                "ahead in part",
                loan -> loan.ladderOf(REMINDERS).paid("E1", "06-20", 400_00),
                "06-24",
                "FIRST since 06-23, SECOND on 06-28"),
        new Row(
                "the next while one is overdue",
                loan -> loan.ladderOf(REMINDERS).due(1, 2, "07-10", 500_00),
                "07-05",
                "EARLY since 07-01, MIDDLE on 07-10"),
        new Row(
                "the next once it is paid",
                loan -> loan.ladderOf(REMINDERS).due(1, 2, "07-10", 500_00).paid("E1", "07-06", 1000_00),
                "07-07",
                "FIRST since 07-06, SECOND on 07-08"),
        new Row(
                "reminded with grace",
                loan -> loan.ladderOf(REMINDERS).by(grace(3)),
                "06-29",
                "SECOND since 06-28, EARLY on 07-04"),
        new Row(
                "reminded with much grace",
                loan -> loan.ladderOf(REMINDERS).by(grace(12)),
                "06-29",
                "SECOND since 06-28, MIDDLE on 07-13"),
    };

    @ParameterizedTest
    @FieldSource("TABLE")
    void an_account_stands_where_its_days_past_due_say(Row row) {
        Cases loan = row.loan().apply(Cases.loan().ladderOf(LADDER.formatted("")));
        assertThat(loan.stands(row.asOf())).as(row.what()).isEqualTo(row.stands());
    }

    /** The published night is 5 July, EARLY; what is told is a stage jumped over since. */
    private record Jump(String what, UnaryOperator<Cases> loan, String asOf, String skipped) {}

    static final Jump[] JUMPS = {
        new Jump("no night before", loan -> loan, "07-30", ""),
        new Jump("the same stage", loan -> loan.published("07-05"), "07-06", ""),
        new Jump("the next", loan -> loan.published("07-05"), "07-10", ""),
        new Jump("nights left out", loan -> loan.published("07-05"), "07-30", "MIDDLE"),
        new Jump("none was overdue then", loan -> loan.published("06-30"), "07-30", "EARLY MIDDLE"),
        new Jump("nobody knew it", loan -> loan.published("07-29").unknownBefore(), "07-30", "EARLY MIDDLE"),
        new Jump(
                "paid, then taken back",
                loan -> loan.paid("E1", "07-05", 1000_00)
                        .publishedKnowingThis("07-29")
                        .reversed("E1", "07-20", 1000_00),
                "07-30",
                "EARLY MIDDLE"),
        new Jump(
                "falls back",
                loan -> loan.due(1, 2, "07-25", 1000_00)
                        .publishedKnowingThis("07-30")
                        .paid("E1", "07-31", 1000_00),
                "07-31",
                ""),
    };

    @ParameterizedTest
    @FieldSource("JUMPS")
    void stages_between_the_last_published_one_and_this_are_told(Jump jump) {
        Cases loan = jump.loan().apply(Cases.loan().ladderOf(LADDER.formatted("")));
        assertThat(String.join(" ", loan.line(jump.asOf(), "B1", Channel.SMS).skipped()))
                .as(jump.what())
                .isEqualTo(jump.skipped());
    }

    @Test
    void an_account_below_the_first_stage_is_listed_once_without_a_party() {
        AccountWorklist list = Cases.loan()
                .ladderOf("stages: [{stage: A, from: 5, borrower: {SMS: t}}]")
                .on("07-04")
                .orElseThrow();
        assertThat(list.lines()).isEmpty();
        assertThat(list.withheld()).singleElement().satisfies(row -> {
            assertThat(row.why().rule()).isEqualTo("NO_STAGE");
            assertThat(row.stage()).isNull();
            assertThat(row.party()).isNull();
            assertThat(row.partyId()).isNull();
            assertThat(row.channel()).isNull();
        });
    }

    @Test
    void since_is_the_first_day_whose_own_assessment_gives_the_stage() {
        Cases loan = Cases.loan()
                .ladderOf(middle(LARGE))
                .due(1, 2, "07-30", 700_00)
                .due(1, 3, "08-30", 700_00)
                .paid("E1", "07-07", 1_00)
                .paid("E2", "08-12", 999_00)
                .reversed("E1", "08-20", 1_00)
                .paid("E3", "09-02", 701_00);
        String stage = "";
        String since = "";
        for (LocalDate day = Cases.day("06-30"); day.isBefore(Cases.day("10-30")); day = day.plusDays(1)) {
            String asOf = day.toString();
            String stands = loan.stands(asOf);
            String now = stands.split(" ")[0];
            since = now.equals(stage) ? since : asOf.substring(5);
            stage = now;
            if (!now.equals("nowhere")) {
                assertThat(stands).as(asOf).startsWith(stage + " since " + since);
            }
        }
    }
}
