package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Signatory;
import io.arrears.TwoPeople;
import io.arrears.audit.Binder;
import io.arrears.bureau.pboc.answer.Feedback;
import io.arrears.bureau.pboc.answer.FeedbackWriter;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.furnish.Reported.State;
import io.arrears.ops.FileRef;
import io.arrears.publish.WorkFolder;
import io.arrears.store.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What goes wrong in real books, a loan each, in five nights of one lender from the delivery to the bureau's answers. */
final class SmallLoanNights {

    private static final TwoPeople TWO = TwoPeople.of(List.of("ann", "bob"));
    private static final List<String> ORDER = List.of("110", "220", "214", "213", "212", "210");
    private static final Signatory CARL = new Signatory("carl");

    private final Book book;
    private final SmallLoans loans = new SmallLoans();
    private final Map<String, Map<String, String>> nights = new TreeMap<>();

    private SmallLoanNights(Book book) {
        this.book = book;
    }

    /** The data files of each night by its as-of date. */
    static Map<String, Map<String, String>> on(Databases kind) {
        Path folder = temporary();
        try (Book book = Book.on(kind, folder).open()) {
            SmallLoanNights all = new SmallLoanNights(book);
            all.pass();
            return all.nights;
        } finally {
            new WorkFolder(folder).delete();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("small-loans");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pass() {
        august();
        night("2026-08-29");
        loans.reversed("R-2", "REOPENED", "2026-08-30", "300.00", "R-1")
                .paid("R-3", "REOPENED", "2026-08-31", "300.00");
        night("2026-08-31");
        accept("ACCEPTED", ReviewCode.REVERSAL_TARGET_UNKNOWN, "A-1");
        loans.paid("O-1", "PAIDLATE", "2026-08-25", "2026-09-03T04:00:00Z", "300.00");
        night("2026-09-05");
        september();
        night("2026-09-30");
        loans.paid("D-1", "0041", "2026-09-20", "200.00").blocked("BLOCKED", "no", "2026-10-05");
        night("2026-10-06");
        assertThat(new Binder(List.of(), Map.of())
                        .check(List.of(book.settings.home().out(Book.LENDER))))
                .hasSizeGreaterThan(nights.size() - 1)
                .allSatisfy(result -> assertThat(result.findings().differences())
                        .as(result.of())
                        .isEmpty());
    }

    private void august() {
        loans.loan("CUT", "1000.00", 4)
                .due("CUT", 1, "2026-08-20", "250.00", "0.00")
                .paid("C-1", "CUT", "2026-08-20", "250.00");
        loans.loan("DOUBLED", "500.00", 2)
                .due("DOUBLED", 1, "2026-08-20", "250.00", "0.00")
                .due("DOUBLED", 2, "2026-09-20", "250.00", "0.00")
                .due("DOUBLED", 3, "2026-10-20", "250.00", "0.00")
                .paid("U-1", "DOUBLED", "2026-08-20", "250.00");
        loans.loan("SLIP", "1000.00", 2)
                .due("SLIP", 1, "2026-09-20", "500.00", "0.00")
                .due("SLIP", 2, "2026-12-20", "500.00", "0.00")
                .due("SLIP", 2, 1, "2026-08-25", "100.00", "0.00")
                .agreed("SLIP", "EXTENSION", "2026-08-21", "2026-08-21T03:00:00Z", 2)
                .paid("S-1", "SLIP", "2026-08-25", "100.00");
        loans.loan("WAIVED", "400.00", 1)
                .due("WAIVED", 1, "2026-08-20", "400.00", "30.00")
                .waived("W-1", "WAIVED", "2026-08-26", "30.00")
                .waived("W-2", "WAIVED", "2026-08-26", "30.00")
                .notified("WAIVED", "2026-08-22");
        loans.loan("REFUNDED", "400.00", 1)
                .due("REFUNDED", 1, "2026-08-20", "400.00", "30.00")
                .paid("V-1", "REFUNDED", "2026-08-20", "430.00")
                .waived("V-2", "REFUNDED", "2026-08-26", "30.00")
                .entry("V-3", "REFUNDED", "REFUND", "2026-08-27", "2026-08-27T04:00:00Z", "30.00", "", ",,,");
        loans.loan("ZERO", "500.00", 1)
                .due("ZERO", 1, "2026-08-20", "500.00", "0.00")
                .paid("Z-1", "ZERO", "2026-08-20", "200.00")
                .paid("Z-2", "ZERO", "2026-08-27", "0.00")
                .notified("ZERO", "2026-08-22");
        loans.loan("EARLY", "600.00", 2)
                .due("EARLY", 1, "2026-08-20", "300.00", "0.00")
                .due("EARLY", 2, "2026-12-20", "300.00", "0.00")
                .paid("E-1", "EARLY", "2026-07-30", "300.00");
        loans.loan("REOPENED", "300.00", 1)
                .due("REOPENED", 1, "2026-08-20", "300.00", "0.00")
                .paid("R-1", "REOPENED", "2026-08-20", "300.00");
        loans.loan("CHARGEBACK", "1000.00", 2)
                .due("CHARGEBACK", 1, "2026-08-10", "500.00", "0.00")
                .due("CHARGEBACK", 2, "2026-12-20", "500.00", "0.00")
                .paid("B-1", "CHARGEBACK", "2026-08-10", "500.00")
                .reversed("B-2", "CHARGEBACK", "2026-08-25", "500.00", "B-1")
                .notified("CHARGEBACK", "2026-08-26");
        loans.loan("PAYOFF", "1000.00", 2)
                .due("PAYOFF", 1, "2026-09-20", "500.00", "5.00")
                .due("PAYOFF", 2, "2026-12-20", "500.00", "5.00")
                .due("PAYOFF", 2, 1, "2026-08-29", "1000.00", "0.00")
                .paid("Y-1", "PAYOFF", "2026-08-29", "2026-08-29T04:00:00Z", "1000.00")
                .agreed("PAYOFF", "PAYOFF", "2026-08-29", "2026-08-29T04:01:00Z", 2);
        loans.loan("PAIDTWICE", "1000.00", 2)
                .due("PAIDTWICE", 1, "2026-09-20", "500.00", "5.00")
                .due("PAIDTWICE", 2, "2026-12-20", "500.00", "5.00")
                .due("PAIDTWICE", 2, 1, "2026-08-29", "1000.00", "0.00")
                .paid("T-1", "PAIDTWICE", "2026-08-29", "2026-08-29T04:00:00Z", "1000.00")
                .agreed("PAIDTWICE", "PAYOFF", "2026-08-29", "2026-08-29T04:01:00Z", 2)
                .paid("T-2", "PAIDTWICE", "2026-08-29", "2026-08-29T04:02:00Z", "1000.00");
        loans.loan("ACCEPTED", "600.00", 2)
                .due("ACCEPTED", 1, "2026-08-20", "300.00", "0.00")
                .due("ACCEPTED", 2, "2026-12-20", "300.00", "0.00")
                .paid("A-0", "ACCEPTED", "2026-08-20", "300.00")
                .reversed("A-1", "ACCEPTED", "2026-08-24", "300.00", "NOBODYS");
        loans.loan("PAIDLATE", "300.00", 1)
                .due("PAIDLATE", 1, "2026-08-20", "300.00", "0.00")
                .notified("PAIDLATE", "2026-08-22");
        loans.loan("REFUSED", "600.00", 2)
                .due("REFUSED", 1, "2026-08-20", "300.00", "0.00")
                .due("REFUSED", 2, "2026-12-20", "300.00", "0.00")
                .paid("F-1", "REFUSED", "2026-08-20", "300.00");
        loans.loan("BLOCKED", "600.00", 2)
                .due("BLOCKED", 1, "2026-08-20", "300.00", "0.00")
                .due("BLOCKED", 2, "2026-12-20", "300.00", "0.00")
                .paid("K-1", "BLOCKED", "2026-08-20", "300.00")
                .blocked("BLOCKED", "yes", "2026-09-01");
        loans.loan("FAULTY", "600.00", 1)
                .due("FAULTY", 1, "2026-12-20", "600.00", "0.00")
                .known("FAULTY", "education,30")
                .unknown("FAULTY", "mail_postal_code");
        loans.loan("0041", "400.00", 2)
                .due("0041", 1, "2026-09-20", "200.00", "0.00")
                .due("0041", 2, "2026-12-20", "200.00", "0.00")
                .notified("0041", "2026-09-22");
    }

    /** The rest of a cut schedule comes, what the bureau refused is mended, and a spreadsheet takes the zeros of a payment's account. */
    private void september() {
        for (int number = 2; number <= 4; number++) {
            loans.due("CUT", number, "2026-%02d-20".formatted(number + 7), "250.00", "0.00");
        }
        loans.paid("C-2", "CUT", "2026-09-20", "250.00");
        loans.paid("F-2", "REFUSED", "2026-08-30", "2026-09-10T04:00:00Z", "50.00");
        loans.paid("D-1", "41", "2026-09-20", "200.00");
    }

    private void accept(String account, ReviewCode code, String subject) {
        book.application.reviews().accept(account, new Review(code, subject), TWO, new Reason("is right"));
    }

    /** Delivers what has come, runs the night, and sends its files one after the other as they are listed. */
    private void night(String asOf) {
        LocalDate day = LocalDate.parse(asOf);
        book.after(day).later(-3600);
        Map<String, List<String>> feeds = loans.take();
        if (!feeds.isEmpty()) {
            book.deliver(feeds);
        }
        Nights.Outcome night = book.run(day);
        assertThat(night.exitCode()).as(asOf).isEqualTo(ExitCode.DONE);
        assertThat(NightFiles.list(night, "reconciliation.csv"))
                .as(asOf)
                .allMatch(row -> row.contains(",OK,") || row.startsWith("R7,,,,,NOT_CHECKED"));
        nights.put(asOf, NightFiles.in(night.folder()));
        book.later(60);
        try {
            List<String> files = book.application.submissions().all("pboc").stream()
                    .filter(filed -> filed.state() == State.PREPARED)
                    .map(filed -> filed.submission().name())
                    .toList();
            assertThat(files.stream().map(file -> ORDER.indexOf(file.substring(22, 25))))
                    .as("what another record needs goes first")
                    .isSorted()
                    .doesNotContain(-1);
            for (String file : files) {
                book.application.submissions().release(FileRef.of("pboc", file), TWO);
                book.application.submissions().sent(FileRef.of("pboc", file), CARL);
                answer(night.folder().resolve("pboc").resolve(file + ".txt"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bureau loads everything but the first month of one account. */
    private void answer(Path file) throws IOException {
        Path copies = Files.createDirectories(book.folder.resolve("answers"));
        Path copy = Files.write(copies.resolve(file.getFileName()), Files.readAllBytes(file));
        List<String> lines = Files.readAllLines(copy);
        List<Feedback.Refusal> refused = lines.stream()
                .filter(line -> line.contains("REFUSED</AcctCode>")
                        && line.contains("<RptDate>2026-08-31")
                        && nights.size() == 2)
                .map(line -> new Feedback.Refusal(lines.indexOf(line) + 1, "BLE019", List.of(), "LatRpyDate"))
                .toList();
        book.application.answers().take("pboc", null, FeedbackWriter.answer(copy, refused), null);
    }
}
