package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.answer.Feedback;
import io.arrears.bureau.pboc.answer.FeedbackWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month goes to the PBOC, an answer with an error comes back, the error is mended, and the record goes out again. */
class BureauTest {

    private static final int REFUSED_LINE = 3;

    @TempDir
    Path folder;

    @Test
    void a_record_that_the_bureau_refused_goes_out_again_once_its_data_has_changed() throws IOException {
        Path ledger = folder.resolve("ledger");
        type(
                "generate --accounts 60 --seed 5 --out " + ledger,
                "import " + ledger,
                "run --lender harbour --as-of 2026-11-02");
        Path persons = file("2026-11-02", "110");
        Path accounts = file("2026-11-02", "210");
        String refused = Files.readAllLines(accounts).get(REFUSED_LINE - 1);
        String account = between(refused, "<AcctCode>HB310000000001", "</AcctCode>");
        assertThat(refused).contains("<RptDateCode>31</RptDateCode>", "<RptDate>2026-10-31</RptDate>");

        String files = persons.getFileName() + " " + accounts.getFileName();
        Map<String, Told> moved = type(
                "bureau sent pboc " + files,
                "bureau release pboc " + files + " --by ann --by Ann",
                "bureau release pboc " + files + " mistyped.txt --by ann --by bob",
                "bureau release pboc " + files + " --by ann --by bob",
                "bureau status pboc",
                "bureau status pboc --records",
                "status",
                "bureau sent pboc --by carl " + files + " mistyped.txt",
                "bureau sent pboc --by carl " + files + " " + persons.getFileName(),
                "bureau sent pboc --by carl " + files);
        moved.get("bureau sent pboc " + files).require(2, "it can be released by two people, or made void");
        moved.get("bureau release pboc " + files + " --by ann --by Ann").require(2, "are one person");
        moved.get("bureau release pboc " + files + " mistyped.txt --by ann --by bob")
                .require(2, "mistyped.txt");
        moved.get("bureau release pboc " + files + " --by ann --by bob").require(0, "is released");
        moved.get("bureau sent pboc --by carl " + files + " mistyped.txt").require(2, "mistyped.txt");
        moved.get("bureau sent pboc --by carl " + files + " " + persons.getFileName())
                .require(2, "is SENT since");
        moved.get("bureau status pboc").require(0, "RELEASED");
        moved.get("bureau status pboc --records").require(0, account);
        assertThat(moved.get("status").text())
                .containsPattern(
                        "  pboc: 2 files are RELEASED with [0-9]+ records, the oldest since [0-9-]{10}: 'arrears bureau");
        moved.get("bureau sent pboc --by carl " + files).require(0, "is sent");

        Path good = FeedbackWriter.zipped(FeedbackWriter.answer(persons, List.of()));
        Path bad = FeedbackWriter.answer(
                accounts, List.of(new Feedback.Refusal(REFUSED_LINE, "ABE004", List.of(), "IDNum")));
        Map<String, Told> answered = type(
                "bureau answer pboc " + good + " " + bad,
                "bureau answer pboc " + bad,
                "bureau status pboc",
                "bureau status pboc --records",
                "status",
                "run --lender harbour --as-of 2026-11-15 --skip-missed");
        answered.get("bureau answer pboc " + good + " " + bad).require(0, "1 refused");
        answered.get("bureau answer pboc " + bad).require(0, "known already");
        answered.get("bureau status pboc").require(0, "ACCEPTED");
        assertThat(answered.get("status").text()).contains("harbour").doesNotContain("pboc:");
        assertThat(answered.get("bureau status pboc --records").text().lines())
                .hasSize(2)
                .last()
                .asString()
                .matches(account
                        + " +210 +2026-10-31 +HB31\\w{26} +REJECTED +ABE004 +IDNum +0 +3  the lender: .*give-up");
        answered.get("run --lender harbour --as-of 2026-11-15 --skip-missed")
                .require(0, "of them for longer than max-hold-days");
        assertThat(held("2026-11-15", account)).contains("210,31,2026-10-31,answered", "ABE004 IDNum");
        retold(accounts.getFileName() + ":" + REFUSED_LINE);

        Path mended = Files.createDirectory(folder.resolve("mended"));
        Files.writeString(mended.resolve("borrowers.csv"), mended(ledger, account));
        Map<String, Told> again =
                type("import " + mended, "run --lender harbour --as-of 2026-11-16", "bureau status pboc --records");
        assertThat(again.get("bureau status pboc --records").text())
                .contains("PREPARED")
                .doesNotContain("REJECTED");
        assertThat(Files.readAllLines(file("2026-11-16", "210")))
                .anyMatch(line -> line.contains(account + "</AcctCode><RptDate>2026-10-31</RptDate><RptDateCode>31")
                        && line.contains("<Name>测试改名</Name>"));
        assertThat(held("2026-11-16", account)).isEmpty();
    }

    /** What the bureau refused for a reason of its own goes out again as it is, and is given up by two (S6, S11). */
    private void retold(String record) {
        Map<String, Told> said = type(
                "bureau retell pboc " + record.replaceAll(":.*", ":2") + " --by ann --reason odd",
                "bureau retell pboc " + record.replaceAll(":.*", ":1") + " --by ann --reason odd",
                "bureau give-up pboc " + record + " --as untold --by ann --by bob --reason lost",
                "bureau give-up pboc " + record + " --as untold --by ann --by bob --reason again",
                "bureau give-up pboc " + record + " --as nothing --by ann --by bob --reason lost",
                "bureau status pboc",
                "bureau status pboc --all",
                "bureau retell pboc " + record + " --by ann --reason theirs",
                "bureau retell pboc " + record + " --by ann --reason again",
                "bureau status pboc --records");
        List<String> texts = said.values().stream().map(Told::text).toList();
        assertThat(texts.get(0)).contains("was not refused by itself");
        assertThat(texts.get(1)).contains("line 1 of", "holds no record");
        assertThat(texts.get(2)).contains("is given up as untold");
        assertThat(texts.get(3)).contains("is given up as untold already");
        assertThat(texts.get(4)).contains("neither 'told' nor 'untold'");
        assertThat(texts.get(5)).contains("no file for pboc waits for anybody");
        assertThat(texts.get(6)).contains("ACCEPTED");
        assertThat(texts.get(7)).contains("is told anew by the next run");
        assertThat(texts.get(8)).contains("is told anew already");
        assertThat(texts.get(9)).contains("REJECTED", "ABE004", "the next run tells it again");
        assertThat(said.values().stream().map(Told::exitCode)).containsExactly(2, 2, 0, 2, 2, 0, 0, 0, 2, 0);
    }

    private static String mended(Path ledger, String account) throws IOException {
        String borrower = cell(ledger.resolve("accounts.csv"), account, "borrower_id");
        List<String> rows = Files.readAllLines(ledger.resolve("borrowers.csv"));
        int name = Arrays.asList(rows.get(0).split(",", -1)).indexOf("full_name");
        String[] row = rows.stream()
                .filter(line -> line.startsWith(borrower + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        row[name] = "测试改名";
        return rows.get(0) + "\n" + String.join(",", row) + "\n";
    }

    private static String cell(Path file, String key, String column) throws IOException {
        List<String> rows = Files.readAllLines(file);
        int index = Arrays.asList(rows.get(0).split(",", -1)).indexOf(column);
        return rows.stream()
                .filter(line -> line.startsWith(key + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1)[index];
    }

    private String held(String asOf, String account) throws IOException {
        return String.join(
                "\n",
                Files.readAllLines(night(asOf).resolve("held.csv")).stream()
                        .filter(line -> line.startsWith(account + ",pboc,210"))
                        .toList());
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    private Path night(String asOf) {
        return folder.resolve("home/out/harbour").resolve(asOf);
    }

    private Path file(String asOf, String kind) throws IOException {
        try (Stream<Path> files = Files.list(night(asOf).resolve("pboc"))) {
            return files.filter(file ->
                            file.getFileName().toString().matches("[0-9A-Z]{14}[0-9]{8}" + kind + "0[0-9]{4}\\.txt"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Map<String, Told> type(String... commands) {
        return Told.by(CliTest.fork(folder), List.of(commands));
    }
}
