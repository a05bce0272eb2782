package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.publish.Home;
import io.arrears.reconcile.Acceptance;
import io.arrears.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A night that is cut off by an obstacle in its work folder, so that somebody can change what it wrote before it is resumed. */
public record Tampering(Book book, LocalDate asOf) {

    private static final Pattern AMOUNT = Pattern.compile("<(?:TotOverd|ActRpyAmt)>([0-9])");

    /** The night is cut off before its files are made, somebody changes a record in a part file, and the night is resumed. */
    Nights.Outcome tampered(String part, @Nullable Acceptance accepted) throws IOException {
        cutOff("out/pboc", accepted);
        tamper(part);
        return resumed("out/pboc");
    }

    /** A file stands where the next run wants to make a folder. */
    void cutOff(String obstacle, @Nullable Acceptance accepted) throws IOException {
        List<Run> runs = book.application.runs().ofLender(Book.LENDER);
        long next = runs.isEmpty() ? 1 : runs.get(0).id() + 1;
        Home.file(book.settings.home().work(Book.LENDER, next).resolve(obstacle));
        book.after(asOf);
        assertThat(catchThrowableOfType(Refused.class, () -> book.application
                                .nights()
                                .run(Book.LENDER, asOf, new Nights.Options(null, false, false, accepted, false)))
                        .exitCode())
                .isEqualTo(ExitCode.FAILED);
    }

    /** Changes an amount of a part's last record; returns the record as it is then. */
    String tamper(String part) throws IOException {
        change(part, records -> {
            int last = records.size() - 1;
            records.set(last, tampered(records.get(last)));
            return records;
        });
        List<String> records = Files.readAllLines(part(part));
        return records.get(records.size() - 1);
    }

    /** A record with another amount, no longer and no shorter; of that, the record again. */
    public static String tampered(String record) {
        Matcher amount = AMOUNT.matcher(record);
        assertThat(amount.find()).isTrue();
        int digit = amount.start(1);
        return record.substring(0, digit) + (char) ('0' + '9' - record.charAt(digit)) + record.substring(digit + 1);
    }

    private Path part(String part) {
        return work().resolve("parts").resolve(part + ".00000");
    }

    void change(String part, UnaryOperator<List<String>> change) throws IOException {
        Path file = part(part);
        String before = Files.readString(file);
        String after =
                String.join("\r\n", change.apply(new ArrayList<>(before.lines().toList()))) + "\r\n";
        assertThat(after).isNotEqualTo(before).hasSameSizeAs(before); // another length is a damaged work folder
        Files.writeString(file, after);
    }

    /** Takes the obstacle away; the night goes on with the step that it cut off. */
    Nights.Outcome resumed(String obstacle) throws IOException {
        Files.delete(work().resolve(obstacle));
        return book.application.nights().restart(Book.LENDER).get(0);
    }

    Path work() {
        return book.settings.home().work(Book.LENDER, last().id());
    }

    Run last() {
        return book.application.runs().ofLender(Book.LENDER).get(0);
    }

    /** What a run tells of each account, and of which day. */
    static Set<String> told(Book book, Run run) {
        return new TreeSet<>(book.jdbc.queryForList(
                "SELECT CONCAT(account_id, ' ', kind, ' ', COALESCE(code, ''), ' ', reported_on, ' ', facts) FROM furnished"
                        + " WHERE run_id = ?",
                String.class,
                run.id()));
    }

    /** The identities that ended with a verdict. */
    static List<String> verdicts(Nights.Outcome night, String verdict) throws IOException {
        return Files.readAllLines(night.folder().resolve("reconciliation.csv")).stream()
                .filter(line -> line.contains("," + verdict + ","))
                .map(line -> line.split(",", -1)[0])
                .distinct()
                .toList();
    }

    static List<Path> sent(Nights.Outcome night) throws IOException {
        Path files = night.folder().resolve("pboc");
        if (!Files.exists(files)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(files)) {
            return all.sorted().toList();
        }
    }
}
