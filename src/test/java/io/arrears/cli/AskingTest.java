package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.answer.Feedback;
import io.arrears.bureau.pboc.answer.FeedbackWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every bureau command that two people give can be asked by one and confirmed by another (S16). */
class AskingTest {

    @TempDir
    Path folder;

    @Test
    void each_command_of_two_is_asked_by_one_and_confirmed_by_another() throws IOException {
        Path ledger = folder.resolve("ledger");
        type(
                "generate --accounts 60 --seed 5 --out " + ledger,
                "import " + ledger,
                "run --lender harbour --as-of 2026-11-02");
        Path persons = file("110");
        Path accounts = file("210");
        String person = name(persons);
        String account = name(accounts);

        String release = "bureau release pboc " + person + " " + account + " --by ann";
        String done = asked(release, "release pboc " + person + " " + account + ";");
        confirmed(done, person + " is released", account + " is released");
        type("bureau sent pboc " + person + " " + account);

        String notReceived = "bureau void pboc " + person + " --not-received --by ann --reason lost";
        confirmed(asked(notReceived, "--not-received"), person + " is void");

        Path answer = FeedbackWriter.answer(accounts, List.of(refusal(3)));
        type("bureau answer pboc " + answer).get("bureau answer pboc " + answer).require(0, "1 refused");
        String giveUp = "bureau give-up pboc " + account + ":3 --as untold --by ann --reason lost";
        confirmed(asked(giveUp, account + ":3 --as untold"), account + ":3, 210 of", "is given up as untold");

        Path other = FeedbackWriter.answer(accounts, List.of(refusal(4)));
        String replace = "bureau answer pboc " + other + " --replace --by ann --reason theirs";
        confirmed(asked(replace, "--replace --reason theirs"), account + ": ", "1 refused");
    }

    @Test
    void what_nobody_can_confirm_is_told_so() {
        List<String> wrong =
                List.of("bureau --confirm 0123456789ab --by bob", "bureau --confirm 0123456789ab", "bureau");
        Map<String, Told> told = type(wrong.toArray(String[]::new));
        told.get(wrong.get(0)).require(2, "nobody made a request 0123456789ab; 'arrears status' lists");
        told.get(wrong.get(1)).require(2, "--confirm ID --by NAME");
        told.get(wrong.get(2)).require(2, "name what became of a file");
    }

    /** Asks, sees that it is listed; the command that confirms it. */
    private String asked(String command, String listed) {
        Map<String, Told> told = type(command, "status", "bureau status pboc");
        told.get(command).require(0, "nothing is changed yet: request ");
        String confirm = "bureau --confirm " + Asked.id(told.get(command)) + " --by ";
        for (String status : List.of("status", "bureau status pboc")) {
            told.get(status).require(0, listed);
            told.get(status).require(0, "another person confirms it: 'arrears " + confirm + "NAME'");
        }
        return confirm;
    }

    private void confirmed(String confirm, String... lines) {
        Map<String, Told> told = type(confirm + "Ann", confirm + "bob", "status");
        told.get(confirm + "Ann").require(2, "are one person");
        for (String line : lines) {
            told.get(confirm + "bob").require(0, line);
        }
        assertThat(told.get("status").text()).doesNotContain("--confirm");
    }

    private static Feedback.Refusal refusal(int line) {
        return new Feedback.Refusal(line, "ABE004", List.of(), "IDNum");
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".txt", "");
    }

    /** A copy: nothing may lie in a published folder that the night did not put there. */
    private Path file(String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("home/out/harbour/2026-11-02/pboc"))) {
            Path made = files.filter(file -> file.getFileName().toString().startsWith(kind, 22))
                    .findFirst()
                    .orElseThrow();
            Path copies = Files.createDirectories(folder.resolve("answers"));
            return Files.copy(made, copies.resolve(made.getFileName()));
        }
    }

    private Map<String, Told> type(String... commands) {
        return Told.by(CliTest.fork(folder), List.of(commands));
    }
}
