package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.batch.KillSwitch.Position;
import io.arrears.batch.KillSwitch.Position.When;
import io.arrears.store.Databases;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The import and the nights that nobody killed: what they wrote, and the commits at which they can be. */
final class Uninterrupted {

    /** One commit: the n-th of its step, and the last statement in it. */
    record Commit(String step, int number, String sql) {

        Position at(When when) {
            return new Position(step, number, when);
        }
    }

    final Map<String, List<String>> ledger;
    final Map<String, List<String>> tables;
    final Map<LocalDate, Map<String, String>> files = new TreeMap<>();
    private final Map<String, List<Commit>> commits = new HashMap<>();

    Uninterrupted(Path folder) {
        ForkedBook book = ForkedBook.fresh(Databases.H2, folder);
        record("import", book, book.importing());
        ledger = book.tables();
        for (LocalDate night : ForkedBook.NIGHTS) {
            record(night.toString(), book, ForkedBook.night(night));
            files.put(night, book.files(night));
            book.send();
        }
        tables = book.tables();
    }

    private void record(String name, ForkedBook book, String... command) {
        Fork.Ended ended = book.fork().with("-Dkill.log=true").run(command);
        assertThat(ended.exitCode()).as("%s", ended.output()).isZero();
        List<Commit> seen = new ArrayList<>();
        for (String line : ended.output()) {
            if (line.startsWith(KillSwitch.COMMIT)) {
                String[] parts = line.substring(KillSwitch.COMMIT.length()).split(" ", 3);
                seen.add(new Commit(parts[0], Integer.parseInt(parts[1]), parts[2]));
            }
        }
        commits.put(name, seen);
    }

    /** Just before or just after a commit of one of these steps, whichever the dice say. */
    Position any(String command, String steps, Random dice) {
        return pick(command, steps, dice).at(dice.nextBoolean() ? When.BEFORE : When.AFTER);
    }

    /** A commit of one of these steps that has at least one more after it in its own step. */
    Commit notLast(String command, String steps, Random dice) {
        while (true) {
            Commit commit = pick(command, steps, dice);
            if (commits.get(command).stream()
                    .anyMatch(other -> other.step().equals(commit.step())
                            && other.number() == commit.number() + 1
                            && other.sql().equals(commit.sql()))) {
                return commit;
            }
        }
    }

    /** The one commit of a step whose last statement begins so. */
    Commit of(String command, String step, String sql) {
        return commits.get(command).stream()
                .filter(commit -> commit.step().equals(step) && commit.sql().startsWith(sql))
                .findFirst()
                .orElseThrow();
    }

    private Commit pick(String command, String steps, Random dice) {
        List<Commit> all = commits.get(command).stream()
                .filter(commit -> commit.step().matches(steps))
                .toList();
        return all.get(dice.nextInt(all.size()));
    }
}
