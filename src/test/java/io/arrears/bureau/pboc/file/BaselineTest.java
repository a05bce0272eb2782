package io.arrears.bureau.pboc.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.bureau.pboc.due.ContractNights;
import io.arrears.bureau.pboc.due.Lender;
import io.arrears.bureau.pboc.due.Line;
import io.arrears.bureau.pboc.due.Loan;
import io.arrears.bureau.pboc.due.Nights;
import io.arrears.bureau.pboc.terms.LineOptions;
import io.arrears.furnish.Gate;
import io.arrears.furnish.Reported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of an account that the bureau held before we began; the words are those of {@link Nights#words}. */
class BaselineTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
    private static final String HEADER = "account_id,month,report_date,account_status,repayment_status,five_class,"
            + "five_class_since,episode_started_on,history\n";
    private static final String OVERDUE = "LN17,2026-02,2026-02-28,2,1,2,2026-02-28,2026-02-11,**N";

    @TempDir
    Path folder;

    /** Nights of a lender that speaks from 1 April on, of a loan of which the bureau holds a row already. */
    private Nights nights(Lender lender, Loan loan, String row) throws IOException {
        Nights nights = Nights.of(lender.since("2026-04-01"), loan);
        BaselineFile.read(
                file(row), TODAY, (account, reported) -> nights.reported().add(reported));
        return nights;
    }

    private Path file(String row) throws IOException {
        return Files.writeString(folder.resolve("held.csv"), HEADER + row + "\n");
    }

    private static Loan single(String paidOn) {
        return Loan.loan()
                .matures("2026-04-20")
                .due(1, "2026-04-20", 100_000, 0)
                .paid("a", paidOn, 100_000);
    }

    private static final String OPEN = "LN17,2026-02,2026-02-28,1,*,1,2026-01-05,,";

    @Test
    void a_line_goes_on_under_the_type_that_the_bureau_has_it_by() throws IOException {
        Nights nights =
                Line.of("d1 draw 01-05 1000\ns1 bill 03-31 04-20 100 1000").nights(Lender.PLAIN.since("2026-04-01"));
        Path held = Files.writeString(
                folder.resolve("lines.csv"),
                HEADER.strip() + ",account_type\nL1,2026-03,2026-03-31,1,N,1,2026-01-05,,,R1\n");
        BaselineFile.read(held, TODAY, (account, reported) -> nights.reported().add(reported));
        assertThat(nights.run("2026-04-01", "2026-05-02")).containsExactly("05-02 210/30 2026-04-30 1");
        Files.writeString(held, HEADER.strip() + ",account_type\nL1,2026-03,2026-03-31,1,N,1,2026-01-05,,,R2\n");
        assertThatThrownBy(() -> BaselineFile.read(held, TODAY, (account, reported) -> {}))
                .hasMessageEndingWith(
                        "lines.csv:2: account_type: expected type D1, type R1 or type R4, or nothing for type D1");
    }

    @Test
    void the_next_month_is_no_first_report() throws IOException {
        assertThat(nights(Lender.PLAIN, Loan.yearly(), OPEN).run("2026-04-01", "2026-05-02"))
                .containsExactly("05-02 210/30 2026-04-30 3");
    }

    @Test
    void an_episode_that_the_bureau_holds_as_negative_needs_no_notice_and_a_new_one_does() throws IOException {
        Lender asking = Lender.PLAIN.asking(Gate.PRE_NOTICE);
        assertThat(nights(asking, Loan.yearly(), OVERDUE).run("2026-05-02", "2026-05-02"))
                .containsExactly("05-02 210/30 2026-04-30 3");
        Loan relapsed = Loan.yearly().paid("a", "2026-03-05", 100_880);
        assertThat(nights(asking, relapsed, OVERDUE).run("2026-05-02", "2026-05-02"))
                .containsExactly("05-02 held pre-notice 210/30 2026-04-30");
    }

    @Test
    void an_account_that_ended_before_the_first_day_spoken_of_is_closed_there() throws IOException {
        assertThat(nights(Lender.PLAIN, single("2026-03-10"), OPEN).run("2026-04-01", "2026-05-30"))
                .containsExactly("04-01 210/20 2026-03-10 C");
        assertThat(nights(Lender.PLAIN, single("2026-03-31"), OPEN).run("2026-04-01", "2026-05-30"))
                .containsExactly("04-02 210/32 2026-03-31 C");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-27", "2026-02-28"})
    void an_account_that_ended_before_the_bureau_s_last_month_is_listed(String ended) throws IOException {
        assertThat(nights(Lender.PLAIN, single(ended), OPEN).words("2026-04-01"))
                .containsExactly("held baseline 210/20 " + ended);
    }

    @Test
    void an_account_that_the_bureau_holds_as_closed_is_listed_where_it_is_open() throws IOException {
        String closed = "LN17,2026-02,2026-02-28,3,C,1,2026-01-05,,";
        assertThat(nights(Lender.PLAIN, Loan.yearly(), closed).words("2026-04-01"))
                .containsExactly("held baseline 210/30 2026-02-28");
        assertThat(nights(Lender.PLAIN, single("2026-02-27"), closed).run("2026-04-01", "2026-05-30"))
                .isEmpty();
    }

    /** The bureau took no line without its contract, so that one is not told again. */
    @Test
    void a_line_is_held_with_its_contract() throws IOException {
        List<Reported> held = new ArrayList<>();
        Path file = Files.writeString(
                folder.resolve("held.csv"),
                HEADER.replace("history", "history,account_type")
                        + "L1,2026-02,2026-02-28,5,*,1,2026-01-05,,,R1\n"
                        + "LN17,2026-02,2026-02-28,1,*,1,2026-01-05,,,\n");
        BaselineFile.read(file, TODAY, (account, reported) -> held.add(reported));
        assertThat(held).extracting(record -> record.facts().get("AcctType")).containsExactly("R1", "D1");
        assertThat(ContractNights.of(held.get(0), LineOptions.BaselineContract.HELD)
                        .run("2026-04-01", "2026-05-31"))
                .containsExactly(
                        "04-10 220/30 2026-04-10",
                        "05-02 210/30 2026-04-30 *",
                        "05-20 210/20 2026-05-20 C",
                        "05-20 held order 220/20 2026-05-20",
                        "05-21 220/20 2026-05-20");
        assertThat(ContractNights.of(held.get(0), LineOptions.BaselineContract.UNTOLD)
                        .run("2026-04-01", "2026-04-30"))
                .containsExactly("04-01 220/10 2026-04-01", "04-10 220/30 2026-04-10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LN17,2026-03,2026-02-28,2,1,2,2026-02-28,,          | report_date: expected a day of 2026-03
            LN17,2026-02,2026-02-28,2,1,2,2026-02-28,2026-03-01, | episode_started_on: expected nothing, or a day up to
            LN17,2026-02,2026-02-28,1,N,1,2026-02-28,2026-02-11, | episode_started_on: expected nothing, or a day up to
            LN17,2026-02,2026-02-28,2,1,2,2026-02-28,,NC         | history: expected up to 24 codes
            """)
    void a_row_that_contradicts_itself_is_refused(String row, String reason) throws IOException {
        Path file = file(row);
        assertThatThrownBy(() -> BaselineFile.read(file, TODAY, (account, reported) -> {}))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REJECTED))
                .hasMessageStartingWith(file + ":2: " + reason);
    }

    @Test
    void what_no_rule_looks_at_is_not_kept() throws IOException {
        List<String> tags = nights(Lender.PLAIN, Loan.yearly(), OVERDUE).reported().get(0).facts().keySet().stream()
                .sorted()
                .toList();
        assertThat(tags)
                .containsExactly(
                        "AcctStatus",
                        "AcctType",
                        "FiveCate",
                        "FiveCateAdjDate",
                        "Month",
                        "RpyStatus",
                        "baseline",
                        "sections");
    }
}
