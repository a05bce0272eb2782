package io.arrears.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.bureau.Bureaus;
import io.arrears.feed.Column.Reference;
import io.arrears.feed.Feed;
import io.arrears.feed.Malformed;
import io.arrears.feed.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Validation beside a ledger that is only what this test says. */
class FeedValidationTest {

    private static final String HEADER =
            "account_id,lender,product,borrower_id,opened_on,currency,principal,term_count,repayment_frequency\n";

    @TempDir
    Path folder;

    private final FakeLedger ledger = new FakeLedger();

    @Test
    void accounts_are_noted_until_another_row_contradicts_them() throws IOException {
        FeedResult result = run(HEADER
                + "A1,north,salary,B1,2026-01-01,EUR,10,1,MONTHLY\n"
                + "A2,south,salary,B1,2026-01-01,EUR,10,1,MONTHLY\n"
                + "A1,north,salary,B1,2026-01-01,EUR,11,1,MONTHLY\n");
        assertThat(ledger.noted).containsExactly("A2");
        assertThat(result.rows()).isEqualTo(3);
        assertThat(result.loaded()).isEqualTo(1);
        assertThat(result.rejected()).isEqualTo(2);
    }

    @Test
    void the_ledger_is_asked_once_a_chunk_whatever_the_rows() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 3 * FeedValidation.CHUNK; i++) {
            text.append("A").append(i).append(",north,salary,B1,2026-01-01,EUR,10,1,MONTHLY\n");
        }
        run(text.toString());
        assertThat(ledger.questions).isLessThanOrEqualTo(4 * 3);
    }

    @Test
    void a_file_that_changes_between_two_readings_is_refused() {
        String row = "A1,north,salary,B1,2026-01-01,EUR,10,1,MONTHLY\n";
        ledger.whenAsked = () -> write(HEADER + row + row + row);
        assertThatThrownBy(() -> run(HEADER + row + row))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("changed while it was read");
    }

    @Test
    void the_spill_and_the_marks_hold_no_row_afterwards() throws IOException {
        run(HEADER + "A1,north,salary,B1,2026-01-01,EUR,10,1,MONTHLY\n");
        assertThat(Files.exists(folder.resolve("import/spool/accounts.keys"))).isFalse();
        assertThat(folder.resolve("import/spool/accounts.repeats")).isEmptyFile();
    }

    private FeedResult run(String text) throws IOException {
        ImportFolder imports = new ImportFolder(folder.resolve("import"));
        try (RejectedRows rejected = new RejectedRows(imports, false)) {
            return new FeedValidation(
                            Feed.ACCOUNTS, write(text), imports, ledger, Bureaus.facts(), LocalDateTime.MAX, false)
                    .run(rejected);
        }
    }

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("accounts.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class FakeLedger implements Ledger {
        private final Set<String> noted = new TreeSet<>();
        private Runnable whenAsked = () -> {};
        private int questions;

        @Override
        public Map<String, AccountRef> accounts(Collection<String> ids) {
            questions++;
            return new HashMap<>();
        }

        @Override
        public Set<String> existing(Reference reference, Collection<String> ids) {
            questions++;
            whenAsked.run();
            return new HashSet<>(ids);
        }

        @Override
        public Set<String> erased(Collection<String> contacts) {
            questions++;
            return Set.of();
        }

        @Override
        public Map<String, KnownRow> known(Feed feed, List<Row> rows, List<String> lenders) {
            questions++;
            return Map.of();
        }

        @Override
        public Set<String> awaited(Feed feed, Collection<String> keys) {
            questions++;
            return Set.of();
        }

        @Override
        public void noteAccounts(Map<String, AccountRef> accounts) {
            noted.addAll(accounts.keySet());
        }

        @Override
        public void note(Feed feed, Collection<String> ids) {
            noted.addAll(ids);
        }

        @Override
        public void forget(Feed feed, Collection<String> ids) {
            noted.removeAll(ids);
        }
    }
}
