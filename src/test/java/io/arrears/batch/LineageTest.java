package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.answer.FeedbackWriter;
import io.arrears.furnish.Reported.State;
import io.arrears.ops.Lineage;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands behind a line of a file stays to be asked for, when its night was withdrawn, too. */
class LineageTest {

    private static final LocalDate TOLD = LocalDate.of(2026, 9, 2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_line_of_a_withdrawn_night_is_traced_and_stands_in_its_accounts_history(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            book.after(TOLD);
            Nights.Outcome night = book.application.nights().run(Book.LENDER, TOLD, null, false);
            String name = file(night.folder().resolve("pboc"), "210");
            Path sent = Files.copy(night.folder().resolve("pboc/" + name + ".txt"), folder.resolve(name + ".txt"));
            Lineage lineage = book.application.lineage();
            Lineage.Traced before = lineage.trace(Path.of(name), 2);
            String account = before.told().account();
            List<Lineage.Line> reported = lineage.history(account).lines();

            book.application.withdrawals().withdraw(night.run().id(), WithdrawTest.request(false));

            Lineage.Traced after = lineage.trace(Path.of(name), 2);
            assertThat(after.told()).isEqualTo(before.told());
            assertThat(after.filed().state()).isEqualTo(State.VOID);
            List<Lineage.Line> left = lineage.history(account).lines();
            assertThat(left).extracting(Lineage.Line::record).isEqualTo(records(reported));
            assertThat(left).extracting(Lineage.Line::line).containsExactlyElementsOf(lines(reported));
            assertThat(left).allSatisfy(line -> assertThat(line.filed())
                    .isNotNull()
                    .satisfies(filed -> assertThat(filed.state()).isEqualTo(State.VOID)));

            Path answer = FeedbackWriter.answer(sent, List.of());
            assertThat(book.application
                            .answers()
                            .take("pboc", null, answer, null)
                            .state())
                    .as("the bureau has it after all")
                    .isEqualTo(State.ACCEPTED);
            assertThat(lineage.trace(Path.of(name), 2).told()).isEqualTo(before.told());
            assertThat(lineage.history(account).lines()).hasSize(reported.size());
        }
    }

    private static List<Object> records(List<Lineage.Line> lines) {
        return lines.stream().<Object>map(Lineage.Line::record).toList();
    }

    private static List<Long> lines(List<Lineage.Line> lines) {
        return lines.stream().map(Lineage.Line::line).toList();
    }

    private static String file(Path bureau, String kind) throws IOException {
        try (Stream<Path> files = Files.list(bureau)) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .filter(name -> name.substring(22, 25).equals(kind))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
