package io.arrears.bureau.pboc.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.terms.LineOptions;
import io.arrears.delinquency.Lines;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Gate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What the bureau is told of a line of type R1 itself, night by night, each figure worked by hand. */
class LineMonthsTest {

    private static final Lender REVIEWED = Lender.PLAIN.asking(Gate.SCOPE, Gate.BLOCK, Gate.REVIEW, Gate.UNDERWAY);

    private static final String BILLED = """
            d1 draw 01-05 1000
            s1 bill 01-31 02-20 100 1000
            """;

    /** What each is told at its opening and at the end of January, where no line says otherwise. */
    private static final List<String> BEGUN = List.of(
            "210/10 01-01 1* owes 0 due 0 paid 0 @01-01", "210/30 01-31 1N owes 1000 left 1 due 0 paid 0 @01-01");

    /**
     * A line and what is told of it: the record, its day, AcctStatus and RpyStatus, AcctBal, RemRepPrd, of what is overdue periods,
     * all, principal and that of 31-60, 61-90, 91-180 and more days, CurRpyAmt, ActRpyAmt, LatRpyDate.
     */
    private record Row(String what, String facts, String until, String... told) {
        @Override
        public String toString() {
            return what;
        }
    }

    static final List<Row> TABLE = List.of(
            new Row(
                    "minimum paid in two parts, one a day late",
                    BILLED + "p1 pay 02-20 60\np2 pay 02-21 40\ns2 bill 02-28 03-20 90 900",
                    "03-02",
                    "210/30 02-28 1M owes 900 left 1 due 100 paid 100 @02-21"),
            new Row(
                    "whole bill paid, and then not used",
                    BILLED + "p1 pay 02-10 1000\ns2 bill 02-28 03-20 0 0",
                    "04-02",
                    "210/30 02-28 1N owes 0 due 100 paid 1000 @02-10",
                    "210/30 03-31 1* owes 0 due 0 paid 0 @02-10"),
            new Row(
                    "less than the minimum paid",
                    BILLED + "p1 pay 02-20 60\ns2 bill 02-28 03-20 90 940\ns3 bill 03-31 04-20 85 940",
                    "04-02",
                    "210/30 02-28 21 owes 940 left 1 overdue 1/40/40 due 100 paid 60 @02-20",
                    "210/30 03-31 22 owes 940 left 1 overdue 2/130/130 aged 40/0/0/0 due 90 paid 0 @02-20"),
            new Row(
                    "paid before the statement",
                    "d1 draw 01-05 1000\np1 pay 01-20 300\ns1 bill 01-31 02-20 70 700\np2 pay 02-05 70",
                    "03-02",
                    "210/10 01-01 1* owes 0 due 0 paid 0 @01-01",
                    "210/30 01-31 1N owes 700 left 1 due 0 paid 300 @01-20",
                    "210/30 02-28 1N owes 630 due 70 paid 70 @02-05"),
            new Row(
                    "draw after the due date while overdue",
                    BILLED
                            + "d2 draw 02-25 500\ns2 bill 02-28 03-20 140 1500\ns3 bill 03-31 04-20 0 1500\np1 pay 04-01 240",
                    "05-02",
                    "210/30 02-28 21 owes 1500 left 1 overdue 1/100/100 due 100 paid 0 @01-01",
                    "210/30 03-31 22 owes 1500 overdue 2/240/240 aged 100/0/0/0 due 140 paid 0 @01-01",
                    "210/40 04-01 1N owes 1260 paid 240 @04-01",
                    "210/30 04-30 1N owes 1260 due 0 paid 240 @04-01"),
            new Row(
                    "payment reversed after the next statement",
                    BILLED + "p1 pay 02-20 100\ns2 bill 02-28 03-20 90 900\nx1 reverse 03-05 100 p1",
                    "04-02",
                    "210/30 02-28 1N owes 900 left 1 due 100 paid 100 @02-20",
                    "210/30 03-31 22 owes 1000 overdue 2/190/190 aged 100/0/0/0 due 90 paid 0 @01-01"),
            new Row(
                    "statement corrected",
                    "d1 draw 01-05 1000\ns1 bill 01-31 02-20 300 1000\ns1 bill 01-31 02-20 100 1000 @03-10T09\n"
                            + "p1 pay 02-20 100\ns2 bill 02-28 03-20 0 900",
                    "03-20",
                    "210/30 02-28 21 owes 900 overdue 1/200/200 due 300 paid 100 @02-20",
                    "212/H 02-28 1N owes 900 due 100 paid 100 @02-20"),
            new Row(
                    "limit cut below the balance",
                    BILLED + "l1 LIMIT_CHANGE 02-10 500\np1 pay 02-20 100",
                    "03-02",
                    "212/C 01-01 limit 500 ends 2099-12-31",
                    "210/30 02-28 1N owes 900 due 100 paid 100 @02-20"),
            new Row(
                    "line ended with a debt, paid off a year later",
                    BILLED + "e1 LINE_END 02-25\ns2 bill 02-28 03-20 900 1000\np1 pay 2027-02-20 1000 @2027-02-20T12",
                    "2027-03-02",
                    "212/C 01-01 limit 1000 ends 2026-02-25",
                    "210/30 02-28 21 owes 1000 left 1 overdue 1/100/100 due 100 paid 0 @01-01",
                    "210/30 03-31 22 owes 1000 overdue 2/1000/1000 aged 100/0/0/0 due 900 paid 0 @01-01",
                    "210/30 04-30 23 owes 1000 overdue 2/1000/1000 aged 900/100/0/0 due 1000 paid 0 @01-01",
                    "210/30 05-31 24 owes 1000 overdue 2/1000/1000 aged 0/900/100/0 due 1000 paid 0 @01-01",
                    "210/30 06-30 25 owes 1000 overdue 2/1000/1000 aged 0/0/1000/0 due 1000 paid 0 @01-01",
                    "210/30 07-31 26 owes 1000 overdue 2/1000/1000 aged 0/0/1000/0 due 1000 paid 0 @01-01",
                    "210/30 08-31 27 owes 1000 overdue 2/1000/1000 aged 0/0/900/100 due 1000 paid 0 @01-01",
                    "210/30 09-30 27 owes 1000 overdue 2/1000/1000 aged 0/0/0/1000 due 1000 paid 0 @01-01",
                    "210/30 10-31 27 owes 1000 overdue 2/1000/1000 aged 0/0/0/1000 due 1000 paid 0 @01-01",
                    "210/30 11-30 27 owes 1000 overdue 2/1000/1000 aged 0/0/0/1000 due 1000 paid 0 @01-01",
                    "210/30 12-31 27 owes 1000 overdue 2/1000/1000 aged 0/0/0/1000 due 1000 paid 0 @01-01",
                    "210/30 2027-01-31 27 owes 1000 overdue 2/1000/1000 aged 0/0/0/1000 due 1000 paid 0 @01-01",
                    "210/20 2027-02-20 3C owes 0 due 0 paid 1000 @2027-02-20 closed 2027-02-20"),
            new Row(
                    "plan inside a line, kept",
                    BILLED + "1.1 row 03-10 300\n1.2 row 04-10 300\na1 INSTALMENT_PLAN 02-10 1\np1 pay 02-15 100\n"
                            + "s2 bill 02-28 03-20 0 900\np2 pay 03-10 300\ns3 bill 03-31 04-20 0 600\np3 pay 04-10 300",
                    "05-02",
                    "210/30 02-28 1N owes 900 left 2 due 100 paid 100 @02-15",
                    "210/30 03-31 1N owes 600 left 1 due 300 paid 300 @03-10",
                    "210/30 04-30 1N owes 300 due 300 paid 300 @04-10"),
            new Row(
                    "plan inside a line, broken",
                    BILLED + "1.1 row 03-10 300\n1.2 row 04-10 300\na1 INSTALMENT_PLAN 02-10 1\np1 pay 02-15 100\n"
                            + "s2 bill 02-28 03-20 0 900\np2 pay 03-10 300\ns3 bill 03-31 04-20 0 600\n"
                            + "s4 bill 04-30 05-20 0 600 300",
                    "06-02",
                    "210/30 02-28 1N owes 900 left 2 due 100 paid 100 @02-15",
                    "210/30 03-31 1N owes 600 left 1 due 300 paid 300 @03-10",
                    "210/30 04-30 21 owes 600 overdue 1/300/300 due 300 paid 0 @03-10",
                    "210/30 05-31 22 owes 600 overdue 1/300/300 aged 300/0/0/0 due 0 paid 0 @03-10"),
            new Row(
                    "charge disputed and taken back, which had taken a part of the payment",
                    BILLED + "f1 fee 02-10 30\np1 pay 02-20 100\nx1 reverse 02-26 30 f1",
                    "03-02",
                    "210/30 02-28 1N owes 900 due 100 paid 100 @02-20"),
            new Row(
                    "charge left of a line that owes nothing else",
                    BILLED + "p1 pay 02-10 1000\nf1 fee 02-15 30",
                    "03-02",
                    "210/30 02-28 1N owes 30 due 130 paid 1000 @02-10"),
            new Row(
                    "credit balance",
                    BILLED + "p1 pay 02-10 1300\nd2 draw 02-24 500\ns2 bill 02-28 03-20 50 200\np2 pay 03-10 200",
                    "05-02",
                    "210/30 02-28 1N owes 200 left 1 due 100 paid 1300 @02-10",
                    "210/30 03-31 1N owes 0 due 50 paid 200 @03-10",
                    "210/30 04-30 1* owes 0 due 0 paid 0 @03-10"),
            new Row(
                    "purchase returned",
                    "d1 draw 01-05 1000\nm1 returned 01-20 400\ns1 bill 01-31 02-20 60 600\np1 pay 02-20 60",
                    "03-02",
                    "210/10 01-01 1* owes 0 due 0 paid 0 @01-01",
                    "210/30 01-31 1N owes 600 left 1 due 0 paid 0 @01-01",
                    "210/30 02-28 1N owes 540 due 60 paid 60 @02-20"),
            new Row(
                    "never used",
                    "",
                    "03-02",
                    "210/10 01-01 1* owes 0 due 0 paid 0 @01-01",
                    "210/30 01-31 1* owes 0 due 0 paid 0 @01-01",
                    "210/30 02-28 1* owes 0 due 0 paid 0 @01-01"),
            new Row(
                    "ended with nothing owed, its limit changed before",
                    BILLED + "p1 pay 02-10 1000\nl1 LIMIT_CHANGE 03-01 2000\ne1 LINE_END 03-15",
                    "05-02",
                    "212/C 01-01 limit 2000 ends 2099-12-31",
                    "210/30 02-28 1N owes 0 due 100 paid 1000 @02-10",
                    "210/20 03-15 3C owes 0 due 0 paid 0 @02-10 closed 03-15"),
            new Row(
                    "ended on a month's last day",
                    BILLED + "p1 pay 02-10 1000\ne1 LINE_END 03-31",
                    "05-02",
                    "210/30 02-28 1N owes 0 due 100 paid 1000 @02-10",
                    "210/32 03-31 3C owes 0 due 0 paid 0 @02-10 closed 03-31"),
            new Row(
                    "settled for less, with what nothing asked for yet, and ended",
                    BILLED + "1.1 row 03-10 400\na1 SETTLEMENT 03-01 1\np1 pay 03-10 400\ne1 LINE_END 03-10",
                    "05-02",
                    "210/30 02-28 21 owes 1000 overdue 1/100/100 due 100 paid 0 @01-01",
                    "210/20 03-10 3G owes 0 due 400 paid 400 @03-10 closed 03-10"),
            new Row(
                    "written off, and recovered in part",
                    BILLED + "w1 off 03-15 1000\np1 pay 03-20 50",
                    "04-02",
                    "210/30 02-28 21 owes 1000 overdue 1/100/100 due 100 paid 0 @01-01",
                    "210/30 03-31 42B owes 950 overdue 1/50/50 aged 50/0/0/0 due 0 paid 50 @03-20"));

    @ParameterizedTest
    @FieldSource("TABLE")
    void each_month_of_a_line_is_told_as_it_was(Row row) {
        List<String> expected = new ArrayList<>(row.told[0].startsWith("210/10") ? List.of() : BEGUN);
        expected.addAll(List.of(row.told));
        assertThat(told(Line.of(row.facts).nights(Lender.PLAIN), row.until)).containsExactlyElementsOf(expected);
    }

    @Test
    void a_line_without_its_statement_is_held_until_one_comes_and_then_told_for_every_month() {
        Line line = Line.of(BILLED + "p1 pay 02-20 100\ns3 bill 04-10 04-30 90 900\np2 pay 04-20 90");
        List<String> said = line.nights(REVIEWED).run("2026-03-01", "2026-05-02");
        assertThat(said)
                .contains("04-02 held review 210/30 2026-03-31", "04-09 held review 210/30 2026-03-31")
                .containsSubsequence("04-10 210/30 2026-03-31 N", "05-02 210/30 2026-04-30 N")
                .noneMatch(word -> word.startsWith("04-11") || word.startsWith("03-31"));
    }

    @Test
    void a_statement_that_differs_holds_its_line_until_a_newer_one_agrees() {
        Line line = Line.of(BILLED + "p1 pay 02-20 100\ns2 bill 02-28 03-20 0 950\ns3 bill 03-10 03-28 0 900");
        assertThat(line.nights(REVIEWED).run("2026-02-27", "2026-04-02"))
                .contains("03-02 held review 210/30 2026-02-28", "03-09 held review 210/30 2026-02-28")
                .endsWith("03-10 210/30 2026-02-28 N", "04-02 210/30 2026-03-31 N");
    }

    @Test
    void what_is_open_of_lines_is_chosen() {
        Line drawn = Line.of("d1 draw 01-05 1000\ns1 bill 01-31 02-20 100 1000");
        LineOptions otherwise = new LineOptions(
                LocalDate.of(2049, 12, 31),
                LineOptions.PeriodsLeft.NONE,
                LineOptions.NothingDue.UNUSED,
                LineOptions.EarlyEnd.PLAIN,
                LineOptions.FoundContract.KNOWN,
                LineOptions.BaselineContract.HELD);
        assertThat(told(drawn.nights(Lender.PLAIN.choosing(otherwise)), "02-02"))
                .containsExactly(BEGUN.get(0), "210/30 01-31 1* owes 1000 due 0 paid 0 @01-01");
        assertThat(first(drawn, Lender.PLAIN.choosing(otherwise)))
                .containsEntry("DueDate", "2049-12-31")
                .containsEntry("AcctCredLine", "1000")
                .containsEntry("RepayMode", "39")
                .containsEntry("RepayFreqcy", "03")
                .containsEntry("AcctType", "R1")
                .doesNotContainKeys("LoanAmt", "RepayPrd", "Flag");
        assertThat(first(drawn.matures("2029-01-01"), Lender.PLAIN)).containsEntry("DueDate", "2029-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, 2027-01-01, 0",
        "SETTLED_EARLY, 2027-01-01, 1",
        "SETTLED_EARLY, 2026-03-15, 0",
        "SETTLED_EARLY, , 0"
    })
    void a_line_that_ends_before_its_agreed_end_is_settled_early_where_that_is_chosen(
            LineOptions.EarlyEnd early, String agreed, int trades) {
        Line line = Line.of(BILLED + "p1 pay 03-15 1000\ne1 LINE_END 03-15");
        Nights nights = (agreed == null ? line : line.matures(agreed))
                .nights(Lender.PLAIN.ofLines(
                        early, LineOptions.FoundContract.KNOWN, LineOptions.BaselineContract.HELD));
        assertThat(nights.run("2026-01-01", "2026-03-15")).contains("03-15 210/20 2026-03-15 C");
        assertThat(nights.reported())
                .filteredOn(record -> record.facts().toString().contains("5@2026-03-15"))
                .hasSize(trades);
    }

    @Test
    void the_contract_of_a_line_is_its_line_id_or_else_its_own() {
        Line line = Line.of(BILLED);
        String segment = Lender.PLAIN.settings().segment();
        assertThat(first(line, Lender.PLAIN)).containsEntry("Mcc", segment + "L1");
        assertThat(first(line.named("HB77"), Lender.PLAIN)).containsEntry("Mcc", segment + "HB77");
    }

    @Test
    void a_blocked_line_is_taken_back_and_a_wrong_end_is_deleted() {
        Line line = Line.of(BILLED + "p1 pay 02-10 1000\ne1 LINE_END 03-15\nx1 reverse 03-15 1000 p1 @04-05T09");
        assertThat(line.nights(Lender.PLAIN).run("2026-01-01", "2026-05-02"))
                .contains("03-15 210/20 2026-03-15 C", "04-05 213/H 2026-03-15..2026-03-15")
                .anyMatch(said -> said.contains("210/30 2026-03-31 2"));
    }

    @Test
    void amounts_of_currencies_with_0_and_3_decimals_are_whole_units() {
        String facts = "d1 draw 01-05 1001\ns1 bill 01-31 02-20 101 1001";
        assertThat(last(facts, 1, "JPY"))
                .isEqualTo("210/30 02-28 21 owes 1001 overdue 1/101/101 due 101 paid 0 @01-01");
        assertThat(last(facts, 10, "KWD")).isEqualTo("210/30 02-28 21 owes 11 overdue 1/2/2 due 2 paid 0 @01-01");
    }

    private static String last(String facts, int unit, String currency) {
        List<String> told =
                told(Line.of(Lines.in(unit, facts).in(currency).facts()).nights(Lender.PLAIN), "03-02");
        return told.get(told.size() - 1);
    }

    private static Map<String, String> first(Line line, Lender lender) {
        return line.nights(lender).run("2026-01-01").stream()
                .map(Decision.Report.class::cast)
                .filter(sent -> sent.kind().equals("210"))
                .findFirst()
                .orElseThrow()
                .facts();
    }

    private static List<String> told(Nights nights, String until) {
        List<String> told = new ArrayList<>();
        LocalDate last = LocalDate.parse(until.length() == 5 ? "2026-" + until : until);
        for (LocalDate night = LocalDate.of(2026, 1, 1); !night.isAfter(last); night = night.plusDays(1)) {
            for (Decision decision : nights.run(night)) {
                String words = decision instanceof Decision.Report sent ? words(sent) : Nights.words(decision);
                if (!words.contains("220/")) {
                    told.add(words);
                }
            }
        }
        return told;
    }

    private static String words(Decision.Report sent) {
        if (sent.kind().equals("220")) {
            return Nights.words(sent);
        }
        Map<String, String> says = sent.facts();
        String head =
                sent.kind() + "/" + sent.code() + " " + day(sent.reportedOn().toString()) + " ";
        if (says.containsKey("AcctCredLine") && sent.kind().equals("212")) {
            return head + "limit " + says.get("AcctCredLine") + " ends " + says.get("DueDate");
        }
        String overdue = String.join("/", says.get("OverdPrd"), says.get("TotOverd"), or(says, "OverdPrinc"));
        String aged = String.join(
                "/",
                or(says, "Oved31_60Princ"),
                or(says, "Oved61_90Princ"),
                or(says, "Oved91_180Princ"),
                or(says, "OvedPrinc180"));
        return head + says.get("AcctStatus") + says.get("RpyStatus") + " owes " + says.get("AcctBal")
                + unless("0", " left ", or(says, "RemRepPrd"))
                + unless("0/0/0", " overdue ", overdue)
                + unless("0/0/0/0", " aged ", aged)
                + (says.containsKey("CurRpyAmt") ? " due " + says.get("CurRpyAmt") : "")
                + " paid " + says.getOrDefault("ActRpyAmt", says.get("LatRpyAmt"))
                + " @" + day(says.get("LatRpyDate"))
                + unless("", " closed ", day(says.getOrDefault("CloseDate", "")));
    }

    private static String or(Map<String, String> says, String tag) {
        return says.getOrDefault(tag, "0");
    }

    private static String unless(String nothing, String name, String value) {
        return value.equals(nothing) ? "" : name + value;
    }

    private static String day(String date) {
        return date.replaceFirst("^2026-", "");
    }
}
