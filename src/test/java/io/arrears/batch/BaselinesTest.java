package io.arrears.batch;

import static io.arrears.batch.NightsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.furnish.Reported;
import io.arrears.ops.Baselines;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A book that the bureau holds already goes live. */
class BaselinesTest {

    private static final LocalDate AUGUST_TOLD = LocalDate.of(2026, 9, 2);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 31);
    private static final Pattern UNNOTIFIED =
            Pattern.compile("(\\w+),pboc,210,31,2026-08-31,pre-notice,.*episode since (\\d{4}-\\d{2}-\\d{2}).*");

    @TempDir
    Path folder;

    /** An account that a first report would hold for want of a notice, in an episode that began before August. */
    private Matcher unnotified(Databases kind) {
        try (Book book = Book.on(kind, folder.resolve("new")).demo().open()) {
            return NightFiles.list(book.run(AUGUST_TOLD), "held.csv").stream()
                    .map(UNNOTIFIED::matcher)
                    .filter(held ->
                            held.matches() && !LocalDate.parse(held.group(2)).isAfter(JULY))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_bureau_is_told_how_it_goes_on(Databases kind) throws IOException {
        Matcher overdue = unnotified(kind);
        String account = overdue.group(1);
        Path file = Files.writeString(
                folder.resolve("held.csv"),
                "account_id,month,report_date,account_status,repayment_status,five_class,five_class_since,"
                        + "episode_started_on,history\n" + account + ",2026-07,2026-07-31,2,1,2,2026-07-31,"
                        + overdue.group(2) + ",NNN\n");
        try (Book book = Book.on(kind, folder.resolve("known"))
                .demo()
                .policy("not-yet-reported: true", "not-yet-reported: false")
                .open()) {
            book.after(AUGUST_TOLD);
            Path torn = Files.writeString(folder.resolve("torn.csv"), Files.readString(file) + account + ",2026-07\n");
            assertThatThrownBy(() -> load(book, torn))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REJECTED))
                    .hasMessageContaining("torn.csv:3: 2 values under 9 column names");
            assertThat(load(book, file)).isEqualTo(1);
            assertThatThrownBy(() -> load(book, file))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                    .hasMessageContaining(
                            "take them out; a row that held.csv lists as 'baseline' is replaced with --mend");
            Nights.Outcome night = book.run(AUGUST_TOLD);
            List<String> records = records(night, account);
            assertThat(records)
                    .singleElement()
                    .asString()
                    .contains("<RptDate>2026-08-31</RptDate><RptDateCode>30</RptDateCode>");
            assertThat(NightFiles.list(night, "held.csv")).noneMatch(line -> line.startsWith(account + ",pboc,210"));
        }
    }

    /** An open account that the baseline shows as closed is held until two people mend its row, and then told; older nights stay. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_row_held_as_baseline_is_mended_by_two_and_what_counts_is_not_loaded_over(Databases kind) throws IOException {
        Matcher overdue = unnotified(kind);
        String account = overdue.group(1);
        Path wrong = rows("wrong.csv", account + ",2026-07,2026-07-31,3,C,1,2026-07-31,,");
        Path right = rows("right.csv", account + ",2026-07,2026-07-31,2,1,2,2026-07-31," + overdue.group(2) + ",NNN");
        Baselines.Mending mending =
                new Baselines.Mending(TwoPeople.of(List.of("ann", "bob")), new Reason("closed by a slip"));
        try (Book book = Book.on(kind, folder.resolve("known"))
                .demo()
                .policy("not-yet-reported: true", "not-yet-reported: false")
                .open()) {
            book.after(AUGUST_TOLD);
            assertThat(load(book, wrong)).isEqualTo(1);
            refused(ExitCode.USAGE, "are not held as 'baseline'", () -> mend(book, right, mending));
            Nights.Outcome first = book.run(AUGUST_TOLD);
            assertThat(NightFiles.list(first, "held.csv"))
                    .anyMatch(line -> line.startsWith(account + ",pboc,210,30,2026-07-31,baseline,")
                            && line.contains(",people,bureau baseline --mend"));
            String reported = records(first).stream()
                    .filter(other -> !other.equals(account))
                    .findFirst()
                    .orElseThrow();
            book.later(60);
            book.moveAll(Reported.State.PREPARED, Reported.State.SENT);
            refused(
                    ExitCode.USAGE,
                    "such as " + reported + "; take them out",
                    () -> load(book, rows("told.csv", reported + ",2026-07,2026-07-31,2,N,1,2026-07-31,,")));
            refused(ExitCode.USAGE, "such as " + account, () -> load(book, right));
            refused(
                    ExitCode.USAGE,
                    "such as " + reported + "; --mend replaces",
                    () -> mend(book, rows("told.csv", reported + ",2026-07,2026-07-31,2,N,1,2026-07-31,,"), mending));
            assertThat(mend(book, right, mending)).isEqualTo(1);
            refused(ExitCode.USAGE, "are not held as 'baseline'", () -> mend(book, right, mending));

            Nights.Outcome next = book.run(AUGUST_TOLD.plusDays(1));
            assertThat(records(next, account))
                    .singleElement()
                    .asString()
                    .contains("<RptDate>2026-08-31</RptDate><RptDateCode>30</RptDateCode>");
            book.later(60);
            Nights.Outcome again = book.application
                    .nights()
                    .run(
                            Book.LENDER,
                            AUGUST_TOLD,
                            new Nights.Options(first.run().cutoff(), true, false, null, false));
            assertThat(NightFiles.in(again.folder())).isEqualTo(NightFiles.in(first.folder()));
        }
    }

    private Path rows(String name, String row) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "account_id,month,report_date,account_status,repayment_status,five_class,five_class_since,"
                        + "episode_started_on,history\n" + row + "\n");
    }

    private static long mend(Book book, Path file, Baselines.Mending mending) throws IOException {
        return book.application.baselines().load("pboc", Book.LENDER, file, AUGUST_TOLD, mending);
    }

    /** The accounts of a night's 210. */
    private static List<String> records(Nights.Outcome night) {
        return records(night, "").stream()
                .map(line -> line.replaceAll(".*<AcctCode>.{14}([^<]*)</AcctCode>.*", "$1"))
                .toList();
    }

    private static long load(Book book, Path file) throws IOException {
        return book.application.baselines().load("pboc", Book.LENDER, file, AUGUST_TOLD, null);
    }

    private static List<String> records(Nights.Outcome night, String account) {
        return NightFiles.in(night.folder()).entrySet().stream()
                .filter(file ->
                        file.getKey().startsWith("pboc/") && file.getKey().startsWith("210", 27))
                .flatMap(file -> file.getValue().lines())
                .filter(line -> line.contains(account + "</AcctCode>"))
                .toList();
    }
}
