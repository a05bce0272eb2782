package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ladder.AccountWorklist;
import io.arrears.ops.AccountLadders.OnLadder;
import io.arrears.ops.Explanations.Explained;
import io.arrears.publish.Csv;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of one account's ladder is what the night's lists say of it. */
class AccountLaddersTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 10, 20);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_account_is_told_what_the_published_lists_say(Databases kind) throws IOException {
        try (Book book =
                Book.on(kind, folder).policy("furnish:", LadderBook.LADDER).open()) {
            book.deliver(LadderBook.ledger());
            Nights.Outcome night = book.run(NIGHT);
            book.later(60 * 60 * 24 * 30);
            for (String account : List.of("A", "B", "C", "D")) {
                AccountWorklist told = told(book, account, null).worklist();
                assertThat(told.lines().stream()
                                .map(line -> String.join(
                                        "|",
                                        line.reachable().id(),
                                        line.channel().name(),
                                        line.template())))
                        .as("lines of " + account)
                        .containsExactlyElementsOf(
                                rows(night, "worklist.csv", account, "party_id", "channel", "template"));
                assertThat(told.withheld().stream()
                                .map(not -> String.join(
                                        "|",
                                        not.partyId(),
                                        String.valueOf(not.channel()),
                                        not.why().rule(),
                                        not.why().citation().instrument(),
                                        not.why().citation().clause(),
                                        not.why().evidence(),
                                        Objects.toString(not.why().until(), ""))))
                        .as("withheld of " + account)
                        .containsExactlyInAnyOrderElementsOf(rows(
                                night,
                                "withheld.csv",
                                account,
                                "party_id",
                                "channel",
                                "rule",
                                "instrument",
                                "clause",
                                "evidence",
                                "until"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_day_without_a_night_is_told_as_at_its_end(Databases kind) throws IOException {
        try (Book book =
                Book.on(kind, folder).policy("furnish:", LadderBook.LADDER).open()) {
            book.deliver(LadderBook.ledger());
            book.after(NIGHT.plusDays(5));
            OnLadder on = told(book, "A", LocalDate.of(2026, 10, 16));
            assertThat(on.isListed()).isFalse();
            assertThat(on.worklist().position())
                    .satisfies(position -> assertThat(position.stage().name()).isEqualTo("EARLY"))
                    .satisfies(position -> assertThat(position.since()).isEqualTo("2026-10-11"))
                    .satisfies(position -> assertThat(position.nextOn()).isEqualTo("2026-10-17"));
            assertThat(on.night().generatedAt()).isEqualTo(Instant.parse("2026-10-16T16:00:00Z"));
            assertThat(book.application.ladders().of(explained(book, "A", LocalDate.of(2026, 10, 1))))
                    .as("nothing overdue")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_lender_without_a_ladder_is_told_nothing_of_one(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).open()) {
            book.deliver(LadderBook.ledger());
            book.after(NIGHT);
            assertThat(book.application.ladders().of(explained(book, "A", NIGHT)))
                    .isEmpty();
        }
    }

    private static OnLadder told(Book book, String account, LocalDate asOf) throws IOException {
        return book.application.ladders().of(explained(book, account, asOf)).orElseThrow();
    }

    private static Explained explained(Book book, String account, LocalDate asOf) {
        return book.application.explanations().explain(account, asOf, null);
    }

    private static List<String> rows(Nights.Outcome night, String list, String account, String... columns)
            throws IOException {
        try (CSVParser parser = CSVParser.parse(night.folder().resolve(list), StandardCharsets.UTF_8, Csv.READ)) {
            return parser.stream()
                    .filter(row -> row.get("account_id").equals(account))
                    .map(row ->
                            String.join("|", Stream.of(columns).map(row::get).toList()))
                    .toList();
        }
    }
}
