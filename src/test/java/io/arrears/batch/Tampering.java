package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.publish.Home;
import io.arrears.reconcile.Acceptance;
import io.arrears.store.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A night that is cut off by an obstacle in its work folder, so that somebody can change what it wrote before it is resumed. */
record Tampering(ToldBook book, LocalDate asOf) {

    private static final String MARK = "99887";

    /** The night is cut off before its files are made, somebody changes a record in a part file, and the night is resumed. */
    Nights.Outcome tampered(String part, @Nullable Acceptance accepted) throws IOException {
        cutOff("out/pboc", accepted);
        tamper(part);
        return resumed("out/pboc");
    }

    /** A file stands where the next run wants to make a folder. */
    void cutOff(String obstacle, @Nullable Acceptance accepted) throws IOException {
        List<Run> runs = book.application.runs().ofLender(ToldBook.LENDER);
        long next = runs.isEmpty() ? 1 : runs.get(0).id() + 1;
        Home.file(book.settings.home().work(ToldBook.LENDER, next).resolve(obstacle));
        book.after(asOf);
        assertThat(catchThrowableOfType(Refused.class, () -> book.application
                                .nights()
                                .run(ToldBook.LENDER, asOf, new Nights.Options(null, false, false, accepted, false)))
                        .exitCode())
                .isEqualTo(ExitCode.FAILED);
    }

    /** Changes an amount of a part's last record. */
    void tamper(String part) throws IOException {
        change(part, records -> {
            int last = records.size() - 1;
            records.set(last, records.get(last).replaceFirst("<TotOverd>|<ActRpyAmt>", "$0" + MARK));
            return records;
        });
    }

    /** The text of a file as it would be had nobody tampered with its part. */
    static String mended(String tampered) {
        assertThat(tampered).containsOnlyOnce(">" + MARK);
        return tampered.replace(">" + MARK, ">");
    }

    void change(String part, UnaryOperator<List<String>> change) throws IOException {
        Path file = work().resolve("parts").resolve(part + ".00000");
        String before = Files.readString(file);
        String after =
                String.join("\r\n", change.apply(new ArrayList<>(before.lines().toList()))) + "\r\n";
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
    }

    /** Takes the obstacle away; the night goes on with the step that it cut off. */
    Nights.Outcome resumed(String obstacle) throws IOException {
        Files.delete(work().resolve(obstacle));
        return book.application.nights().restart(ToldBook.LENDER).get(0);
    }

    Path work() {
        return book.settings.home().work(ToldBook.LENDER, last().id());
    }

    Run last() {
        return book.application.runs().ofLender(ToldBook.LENDER).get(0);
    }

    /** What a run tells of each account, and of which day. */
    static Set<String> told(ToldBook book, Run run) {
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
