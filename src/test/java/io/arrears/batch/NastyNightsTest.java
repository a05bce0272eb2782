package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.NastyLoan;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Half a year of a book of nasty loans and lines; {@code -Dnasty.seed=N} takes others, {@code -Dnasty.loans=N} more. */
class NastyNightsTest {

    private static final long SEED = Long.getLong("nasty.seed", 0);
    private static final int LOANS = Integer.getInteger("nasty.loans", 90);
    private static final int APART = 15;
    private static final LocalDate FIRST = NastyLoan.OPENED.plusDays(4);
    private static final LocalDate LAST = FIRST.plusDays(180);

    /** Every identity holds each night, since it would not be published; told again, all of the book is assessed. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void nights_that_assess_what_has_changed_are_those_that_assess_everything(Databases kind) throws Exception {
        System.out.println("NastyNightsTest: -Dnasty.seed=" + SEED);
        Book book = SharedBook.alone(kind);
        Portfolio lender = book.lender();
        NastyBook nasty = new NastyBook(lender.name, "cash", SEED, LOANS);
        List<LocalDate> nights = FIRST.datesUntil(LAST, Period.ofDays(APART)).toList();
        for (LocalDate night : nights) {
            book.after(night).deliver(nasty.rows(book.now()));
            book.later(1);
            lender.run(night.toString());
        }
        Set<String> codes = new TreeSet<>();
        List<String> different = new ArrayList<>();
        for (LocalDate night : nights) {
            Run told = book.application.runs().published(lender.name, night).orElseThrow();
            Path again = book.application
                    .nights()
                    .replay(lender.name, night, told.cutoff())
                    .folder();
            for (String list : List.of("delinquency.csv", "review.csv")) {
                if (Files.mismatch(
                                again.resolve(list),
                                lender.folder(night.toString()).resolve(list))
                        >= 0) {
                    different.add(night + " " + list);
                }
            }
            lender.reviewed(night.toString()).forEach(row -> codes.add(row.split(" ")[2]));
        }
        assertThat(different).as("seeds from %s", SEED).isEmpty();
        assertThat(codes)
                .contains(
                        "AGREEMENT_VERSION_EARLIER",
                        "AGREEMENT_VERSION_UNKNOWN",
                        "BEFORE_OPENING",
                        "DRAW_AFTER_END",
                        "REFUND_BEYOND_UNALLOCATED",
                        "REVERSAL_REPEATED",
                        "SCHEDULE_NOT_WHOLE",
                        "SCHEDULE_ROUNDED",
                        "SCHEDULE_WITHOUT_AGREEMENT",
                        "STATEMENT_DIFFERED",
                        "STATEMENT_DIFFERS",
                        "STATEMENT_MISSING",
                        "TERM_COUNT_DIFFERS",
                        "WAIVER_BEYOND",
                        "WAIVER_OF_COMING");
    }
}
