package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.Reason;
import io.arrears.TwoPeople;
import io.arrears.audit.FolderCheck;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.furnish.Reported.State;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Months of telling the PBOC: the nights that look at few accounts, those that look at all, and those told again. */
class ReportedNightsTest {

    private static final long SEED = Long.getLong("told.seed", System.nanoTime() % 1_000_000);

    @TempDir
    Path folder;

    private final Random dice = new Random(SEED);

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void few_accounts_looked_at_give_what_all_give_and_a_replay_gives_it_again(Databases kind) {
        System.out.println("ToldNightsTest: -Dtold.seed=" + SEED);
        try (Book few = Book.on(kind, folder.resolve("few")).demo().open();
                Book all = Book.on(kind, folder.resolve("all")).demo().full().open()) {
            Map<LocalDate, Map<String, String>> reported = new LinkedHashMap<>();
            Map<String, Integer> lines = new TreeMap<>();
            LocalDate before = LocalDate.of(2026, 8, 24);
            for (LocalDate day = before.plusDays(1); !day.isAfter(Book.LAST_DAY); day = next(day)) {
                int what = dice.nextInt(6);
                for (Book book : List.of(few, all)) {
                    book.after(day).later(-3600);
                    hear(book, before, day);
                    answer(book, what);
                }
                Map<String, String> one = NightFiles.in(few.run(day).folder());
                Map<String, String> other = NightFiles.in(all.run(day).folder());
                assertThat(one.keySet()).as("%s, seed %d", day, SEED).isEqualTo(other.keySet());
                for (Map.Entry<String, String> file : other.entrySet()) {
                    assertThat(one.get(file.getKey()).lines())
                            .as("%s of %s, seed %d", file.getKey(), day, SEED)
                            .containsExactlyElementsOf(file.getValue().lines().toList());
                    lines.merge(
                            file.getKey().replaceAll(".*/.{22}(...).*", "pboc $1"),
                            (int) file.getValue().lines().count() - 1,
                            Integer::sum);
                }
                reported.put(day, one);
                before = day;
            }
            assertThat(lines.get("pboc 210")).as("%s, seed %d", lines, SEED).isGreaterThan(100);
            assertThat(lines.get("held.csv")).as("%s, seed %d", lines, SEED).isGreaterThan(100);
            replayed(few, reported);
        }
    }

    private LocalDate next(LocalDate day) {
        return day.plusDays(dice.nextInt(5) == 0 ? 9 : 1 + dice.nextInt(4));
    }

    /** What comes in, in the night after some day, that the sample does not have. */
    private static void hear(Book book, LocalDate before, LocalDate day) {
        if (isDue(LocalDate.of(2026, 9, 3), before, day)) {
            book.deliver(
                    "bureau_facts",
                    FACT,
                    "X1,pboc,H000000003,,furnish_block,yes,2026-09-20,2026-09-01T00:00:00Z",
                    "X2,pboc,H000000003,,furnish_block,no,2026-10-12,2026-09-01T00:00:00Z",
                    "X3,pboc,H000000005,,application_district,310000,2026-09-24,2026-09-01T00:00:00Z",
                    "X4,pboc,,HB000000002,email,someone@example.org,2026-09-25,2026-09-01T00:00:00Z");
            book.deliver("parties", PARTY, "X5,H000000004,HB000000008,GUARANTOR,100.00,2026-09-26,2026-10-05");
            book.deliver("disputes", DISPUTE, "X6,H000000008,2026-09-12,,2026-10-02");
        }
        if (isDue(LocalDate.of(2026, 9, 14), before, day)) {
            book.deliver("entries", PAID, late("H000000008", "2026-08-27"), late("H000000009", "2026-08-29"));
            reverse(book, "7.00");
            book.deliver("consents", CONSENT, "HB000000009,pboc,2020-1,2021-02-22T04:00:00Z,2026-09-10T00:00:00Z");
        }
        if (isDue(LocalDate.of(2026, 10, 4), before, day)) {
            Review review = new Review(ReviewCode.REVERSAL_TARGET_UNKNOWN, "X7");
            book.application
                    .reviews()
                    .accept(ACCEPTED, review, TwoPeople.of(List.of("ann", "bob")), new Reason("is right"));
        }
        if (isDue(LocalDate.of(2026, 10, 6), before, day)) {
            book.deliver(
                    "entries",
                    PAID,
                    late("H000000012", "2026-08-30"),
                    late("H000000013", "2026-08-30"),
                    late("H000000016", "2026-09-22"));
            book.correct("borrowers", "HB000000003,", row -> row.replace("测试", "测验"));
            book.correct("instalments", "H000000017,1,5,", row -> row.replace("2026-09-13", "2026-11-05"));
            book.correct("instalments", "H000000018,1,1,", row -> row.replace("-09-", "-08-"));
            book.correct("accounts", "H000000005,", row -> row.replace("HB000000005", "HB000000020"));
        }
        if (isDue(LocalDate.of(2026, 10, 15), before, day)) {
            book.deliver("entries", PAID, late("H000000012", "2026-10-02"));
            reverse(book, "8.00");
        }
    }

    private static final String ACCEPTED = "H000000014";

    /** Of nothing: it holds its account until somebody accepts it, and again when it is corrected. */
    private static void reverse(Book book, String amount) {
        book.deliver(
                "entries",
                PAID + ",reverses",
                "X7," + ACCEPTED + ",REVERSAL,2026-09-10,2026-09-10T08:00:00Z," + amount + ",NONE");
    }

    private static boolean isDue(LocalDate comes, LocalDate before, LocalDate day) {
        return comes.isAfter(before) && !comes.isAfter(day);
    }

    private static final String FACT = "fact_id,bureau,account_id,borrower_id,key,value,effective_on,posted_at";
    private static final String PAID = "entry_id,account_id,type,value_on,posted_at,amount";
    private static final String PARTY = "party_id,account_id,borrower_id,role,amount,from_on,to_on";
    private static final String DISPUTE = "dispute_id,account_id,opened_on,reason,resolved_on";
    private static final String CONSENT = "borrower_id,bureau,form_version,given_at,withdrawn_at";

    private static String late(String account, String valueOn) {
        return "late-" + account + "," + account + ",REPAYMENT," + valueOn + "," + valueOn + "T08:00:00Z,900.00";
    }

    /** How far the files got since the night before. */
    private static void answer(Book book, int what) {
        switch (what) {
            case 0 -> {
                return; // they wait
            }
            case 1 -> book.moveAll(State.PREPARED, State.VOID);
            case 2 -> {
                book.moveAll(State.PREPARED, State.SENT);
                book.later(1);
                book.moveAll(State.SENT, State.REJECTED);
            }
            case 3 -> {
                book.moveAll(State.PREPARED, State.SENT);
                book.later(1);
                book.answer("%", "%2");
            }
            default -> book.moveAll(State.PREPARED, State.SENT);
        }
    }

    private static void replayed(Book book, Map<LocalDate, Map<String, String>> reported) {
        book.later(100);
        String[] tables = {"furnished", "submission", "submission_state", "pending", "refusal"};
        Map<String, List<String>> before = book.tables(tables);
        reported.forEach((day, files) -> {
            Run run = book.application.runs().published(Book.LENDER, day).orElseThrow();
            Path again = book.application
                    .nights()
                    .replay(Book.LENDER, day, run.cutoff())
                    .folder();
            Map<String, String> replayed = NightFiles.in(again);
            assertThat(replayed.keySet()).as("%s, seed %d", day, SEED).isEqualTo(files.keySet());
            files.forEach((file, text) -> assertThat(replayed.get(file).lines())
                    .as("%s of %s, seed %d", file, day, SEED)
                    .containsExactlyElementsOf(text.lines().toList()));
            assertThat(FolderCheck.of(again).differences()).isEmpty();
        });
        book.after(LocalDate.of(2026, 10, 31)).later(1); // another cutoff than the night's
        Path known = book.application
                .nights()
                .replay(Book.LENDER, LocalDate.of(2026, 10, 31), null)
                .folder();
        assertThat(known.resolve("pboc")).doesNotExist();
        assertThat(book.tables(tables)).isEqualTo(before);
    }
}
