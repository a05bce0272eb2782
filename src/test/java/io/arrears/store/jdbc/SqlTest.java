package io.arrears.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.delinquency.ReviewCode;
import io.arrears.furnish.Meaning;
import io.arrears.ladder.law.Outcome;
import io.arrears.ledger.ContactedParty;
import io.arrears.ledger.EntryType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTest {

    private static final Map<String, SqlFile> FILES = Map.of(
            "shared", SqlFile.of("shared", "-- part: one\n1\n-- part: round\n{round}\n"),
            "scope-all", SqlFile.of("scope-all", "-- part: join\n-- part: within\nx.lender = ?\n"),
            "scope-touched", SqlFile.of("scope-touched", "-- part: join\nJOIN n\n-- part: within\nn.run_id = ?\n"),
            "scope-accepted",
                    SqlFile.of("scope-accepted", "-- part: join\nJOIN r\n-- part: within\nx.lender = r.lender\n"),
            "scope-overdue", SqlFile.of("scope-overdue", "-- part: join\nJOIN o\n-- part: within\no.run_id = ?\n"));

    private static Sql sql(String text) {
        return Sql.of(new SqlParts(SqlFile.of("mine", text.replace("|", "\n")), FILES::get));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                // what a file says                                                                   => its statement q
                "-- A comment.|-- name: q|SELECT 1|-- Of the next.|-- name: r|SELECT 2               => SELECT 1",
                "-- part: a|x = ?|-- name: q|SELECT 1 WHERE {a} AND {a}                              => SELECT 1 WHERE x = ? AND x = ?",
                "-- name: q|SELECT {a}|-- Parameters: none.|-- part: a|{b} + 1|-- part: b|2          => SELECT 2 + 1",
                "-- name: q|SELECT {shared.one}                                                      => SELECT 1",
                "-- part: a|$1|-- name: q|SELECT {a}                                                 => SELECT $1",
            })
    void partsComeWhereAStatementNamesThem(String text, String statement) {
        assertThat(sql(text).get("q")).isEqualTo(statement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "-- name: q|SELECT {a}                                => no part {a}",
                "-- name: q|SELECT {shared.a}                         => no part {shared.a}",
                "-- name: q|SELECT {scope.a}                          => no part {scope.a}",
                "-- name: q|SELECT {a}|-- part: a|{b}|-- part: b|{a}  => a circle of parts: {a} is used within itself",
                "-- name: q|SELECT 1|-- part: a|2                     => no statement of this file uses its part {a}",
                "-- name: q|SELECT 1|-- name: q|SELECT 2              => q stands twice",
            })
    void aMistakeIsRefusedAtLoadWithTheFilesName(String text, String why) {
        assertThatThrownBy(() -> sql(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("sql/query/mine.sql: " + why);
    }

    @Test
    void aCircleInAnotherFileIsThatFiles() {
        assertThatThrownBy(() -> sql("-- name: q|SELECT {shared.round}"))
                .hasMessage("sql/query/shared.sql: a circle of parts: {round} is used within itself");
    }

    @ParameterizedTest
    @CsvSource({
        "all,      SELECT 1 FROM accounts x  WHERE x.lender = ?",
        "touched,  SELECT 1 FROM accounts x JOIN n WHERE n.run_id = ?",
        "accepted, SELECT 1 FROM accounts x JOIN r WHERE x.lender = r.lender",
        "overdue, SELECT 1 FROM accounts x JOIN o WHERE o.run_id = ?",
    })
    void aStatementIsReadInEachScope(String scope, String statement) {
        Sql sql = sql("-- name: q|SELECT 1 FROM accounts x {scope.join} WHERE {scope.within}");

        assertThat(sql.get(scope, "q")).isEqualTo(statement);
        assertThatThrownBy(() -> sql.get("q")).hasMessage("no statement q in sql/query/mine.sql");
    }

    @Test
    void everyFileLoadsAndEveryPartIsUsed() throws IOException {
        Set<String> written = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("sql", "query"))) {
            for (Path path : files.sorted().toList()) {
                SqlFile file = SqlFile.read(path.getFileName().toString().replace(".sql", ""));
                SqlParts parts = new SqlParts(file, SqlFile::read);
                Sql.of(parts);
                file.parts().keySet().forEach(part -> written.add(file.name() + "." + part));
                used.addAll(parts.used());
            }
        }

        assertThat(written).isNotEmpty().isEqualTo(used);
    }

    /** What a review's entry, an entry, an attempt's outcome, a record's act and a contacted party mean is said in Java alone. */
    @Test
    void noStatementNamesWhatARuleGoesBy() throws IOException {
        Set<String> words = Stream.of(
                        ReviewCode.values(),
                        EntryType.values(),
                        Outcome.values(),
                        Meaning.Act.values(),
                        ContactedParty.values())
                .flatMap(Stream::of)
                .map(word -> "'" + word.name() + "'")
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(Path.of("sql", "query"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                assertThat(words).as("%s", file).noneMatch(text::contains);
            }
        }
    }

    /** Which states of a run or of a bureau's file have something in common is said in Java alone; a statement asks for one at most. */
    @Test
    void noStatementListsStates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sql", "query"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file))
                        .as("%s", file)
                        .doesNotContainPattern("state (NOT )?IN \\('[A-Z]+', '");
            }
        }
    }
}
