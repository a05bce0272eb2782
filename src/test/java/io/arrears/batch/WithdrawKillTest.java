package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.Reported.State;
import io.arrears.night.AfterNight;
import io.arrears.night.RunCleanup;
import io.arrears.night.Withdrawals;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import io.arrears.store.run.RunRemains;
import io.arrears.store.run.RunStore;
import io.arrears.store.run.WithdrawalStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A withdrawal that is cut off before any of its commits, or just after it, is completed by a restart. */
class WithdrawKillTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate WRONG = FIRST.plusDays(1);

    /** Nobody catches it, as nobody catches a kill. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Counts commits, and kills before or after one of them. */
    private static final class Killer implements CommitWatch.Watcher {
        private final int at;
        private final boolean after;
        private int commits;

        Killer(int at, boolean after) {
            this.at = at;
            this.after = after;
        }

        @Override
        public void before(String sql) {
            commits++;
            if (!after && commits >= at) {
                throw new Killed();
            }
        }

        @Override
        public void after(String sql) {
            if (after && commits >= at) {
                throw new Killed();
            }
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void between_any_two_commits(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            book.runAndSend(FIRST);
            book.after(WRONG);
            Map<String, List<String>> before = WithdrawTest.tables(book);
            int kills = 0;
            boolean wasKilled = true;
            for (int commit = 1; wasKilled; commit++) {
                for (boolean after : List.of(false, true)) {
                    Run wrong = book.application
                            .nights()
                            .run(Book.LENDER, WRONG, null, false)
                            .run();
                    book.later(1);
                    wasKilled = killed(book, wrong, new Killer(commit, after));
                    Run then = book.application.runs().find(wrong.id());
                    if (commit == 1 && !after) {
                        assertThat(then.state()).isEqualTo(Run.State.PUBLISHED);
                        assertThat(book.application.withdrawals().resume(null)).isEmpty();
                        book.application.withdrawals().withdraw(wrong.id(), WithdrawTest.request(false));
                    } else {
                        boolean wasLast = then.state() == Run.State.WITHDRAWN;
                        assertThat(book.application.withdrawals().resume(Book.LENDER))
                                .hasSize(wasLast ? 0 : 1);
                    }
                    requireWithdrawn(book, wrong, before, commit);
                    kills += wasKilled ? 1 : 0;
                }
            }
            System.out.println("WithdrawKillTest: " + kills + " kills on " + kind);
            assertThat(kills).isGreaterThan(14);
            book.application.nights().run(Book.LENDER, WRONG, null, false);
            assertThat(book.inState(State.PREPARED)).isNotEmpty();
        }
    }

    private static void requireWithdrawn(Book book, Run wrong, Map<String, List<String>> before, int commit) {
        assertThat(WithdrawTest.tables(book)).as("commit %d", commit).isEqualTo(before);
        assertThat(book.application.runs().find(wrong.id()).state()).isEqualTo(Run.State.WITHDRAWN);
        assertThat(book.inState(State.PREPARED)).isEmpty();
        Path out = book.settings.home().out(Book.LENDER);
        assertThat(out.resolve(wrong.folderName())).doesNotExist();
        assertThat(out.resolve("withdrawn").resolve(wrong.folderName() + "-run" + wrong.id()))
                .isDirectory();
        assertThat(book.application.audit().ofRun(Book.LENDER, wrong.id()))
                .filteredOn(event -> event.json().contains("\"what\":\"run withdrawn\""))
                .hasSize(1);
    }

    private static boolean killed(Book book, Run wrong, Killer killer) throws IOException {
        DataSource pool = CommitWatch.on(book.application.pool(), killer);
        JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
        RunStore runs = new RunStore(pool);
        Clock clock = Clock.fixed(book.now(), ZoneOffset.UTC);
        Withdrawals withdrawals = new Withdrawals(
                book.settings,
                runs,
                new WithdrawalStore(pool, transactions, runs),
                new RunCleanup(new RunRemains(book.application.pool(), transactions), book.settings.home(), clock),
                book.application.keys(),
                new AfterNight(pool, transactions, book.settings.home()),
                clock);
        try {
            withdrawals.withdraw(wrong.id(), WithdrawTest.request(false));
            return false;
        } catch (Killed e) {
            return true;
        }
    }
}
