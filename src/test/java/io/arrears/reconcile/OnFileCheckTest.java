package io.arrears.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Arrear;
import io.arrears.delinquency.EntryTally;
import io.arrears.delinquency.Loans;
import io.arrears.delinquency.ObligationKind;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Standing;
import io.arrears.furnish.AccountView;
import io.arrears.furnish.Tradeline;
import io.arrears.ledger.AccountId;
import io.arrears.ledger.Components;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a bureau holds against the ledger (R6): loans opened on 5 September, on the night of 20 November 2026, by which it must know
 * of the end of October and of what happened up to 19 November.
 */
class OnFileCheckTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    private final Found found = new Found();

    private List<Check> check(MonthlyBureau bureau, String listed, AccountOnFile... accounts)
            throws IOException, SQLException {
        Iterator<AccountOnFile> all = List.of(accounts).iterator();
        return OnFileCheck.check(
                new OnFileCheck.Sources(
                        bureau,
                        Loans.PLAIN,
                        AS_OF,
                        "all of them",
                        () -> all.hasNext() ? all.next() : null,
                        list("held", listed),
                        list("rejected", listed),
                        row -> row.get("bureau").equals("demo")),
                found);
    }

    private Path list(String name, String listed) throws IOException {
        Path file = folder.resolve(name + ".csv");
        return Files.write(
                file,
                Stream.concat(
                                Stream.of("account_id,bureau,kind"),
                                Stream.of(listed.split(" "))
                                        .filter(word -> word.startsWith(name))
                                        .map(word -> "A," + (word.endsWith("other") ? "other" : "demo") + ","
                                                + (word.endsWith("C_1") ? "C_1" : "A_1")))
                        .toList());
    }

    private static AccountOnFile account(
            String account,
            @Nullable LocalDate reportedUpTo,
            Tradeline now,
            Tradeline soon,
            @Nullable LedgerAccount ledger) {
        return new AccountOnFile(account, null, new AccountOnFile.Holding(reportedUpTo, now, soon), null, ledger);
    }

    private static @Nullable LocalDate day(String day) {
        return day.equals("-") ? null : LocalDate.parse("2026-" + day);
    }

    // What the ledger says, and since when

    private static final class Ledger {
        private String product = "cash-loan";
        private LocalDate opened = LocalDate.of(2026, 9, 5);
        private @Nullable LocalDate ended;
        private boolean isBlocked;
        private LocalDate since = LocalDate.of(2026, 10, 15);
        private @Nullable LocalDate wakesOn;
        private final long overdue;

        /** {@code open}, and more of it: {@code ended:11-10 blocked product:bnpl opened:11-25 since:11-20 wakes:11-01}. */
        Ledger(String words, long overdue) {
            this.overdue = overdue;
            for (String word : words.split(" ")) {
                String value = word.replaceFirst(".*:", "");
                switch (word.replaceFirst(":.*", "")) {
                    case "open" -> {}
                    case "blocked" -> isBlocked = true;
                    case "product" -> product = value;
                    case "ended" -> ended = day(value);
                    case "opened" -> opened = LocalDate.parse("2026-" + value);
                    case "since" -> since = LocalDate.parse("2026-" + value);
                    case "wakes" -> wakesOn = day(value);
                    default -> throw new IllegalArgumentException(word);
                }
            }
        }

        LedgerAccount account() {
            List<Arrear> arrears = overdue == 0
                    ? List.of()
                    : List.of(new Arrear(
                            ObligationKind.INSTALMENT,
                            "1",
                            LocalDate.of(2026, 10, 10),
                            new Components(overdue, 0, 0, 0),
                            true));
            Standing standing = new Standing(
                    new AccountId("A"),
                    product,
                    Currency.getInstance("CNY"),
                    opened,
                    1,
                    overdue,
                    0,
                    arrears.isEmpty() ? null : arrears.get(0).dueOn(),
                    null,
                    null,
                    ended,
                    ended,
                    null,
                    null,
                    false,
                    wakesOn,
                    EntryTally.NONE,
                    arrears,
                    List.of());
            return new LedgerAccount(
                    standing,
                    since,
                    new AccountView(
                            product, Collections.emptyNavigableMap(), opened, ended, ended, null, opened, isBlocked));
        }
    }

    private static @Nullable LedgerAccount ledger(String words) {
        return words.equals("none") ? null : new Ledger(words, 0).account();
    }

    /** {@code 09-30+10-31}: told of these days; {@code 10-31+!11-10}: and of its end. */
    private static Tradeline onFile(String words) {
        return onFile(words, null, null);
    }

    private static Tradeline onFile(String words, @Nullable LocalDate settledOn, @Nullable BigDecimal overdue) {
        if (words.equals("-")) {
            return Tradeline.NOTHING;
        }
        List<LocalDate> days = Stream.of(words.replace("!", "").split("\\+"))
                .map(word -> LocalDate.parse("2026-" + word))
                .toList();
        Set<LocalDate> months = days.stream()
                .filter(day -> day.equals(YearMonth.from(day).atEndOfMonth()))
                .collect(Collectors.toSet());
        return new Tradeline(days.get(0), days.get(days.size() - 1), words.contains("!"), months, settledOn, overdue);
    }

    // Missing, extra

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what it is                         | the ledger             | held now           | and soon
                // | told up to | listed     | missing     | extra       | what is named
                "known up to the last month           | open                   | 09-30+10-31        | 09-30+10-31        | 10-31      | ''         | held        | held        | ''",
                "the last month is on its way         | open                   | 09-30              | 09-30+10-31        | 10-31      | ''         | on its way  | held        | ''",
                "the first record is on its way       | open                   | -                  | 10-31              | 10-31      | ''         | on its way  | held        | ''",
                "the last month is held at a gate     | open                   | 09-30              | 09-30              | 10-31      | held       | listed      | held        | ''",
                "the last month is rejected           | open                   | -                  | -                  | 10-31      | rejected   | listed      | -           | ''",
                "listed for another bureau            | open                   | -                  | -                  | 10-31      | held:other | unexplained | -           | open, to be known up to 2026-10-31 / missing: nothing is held",
                "never told of                        | open                   | -                  | -                  | -          | ''         | never told  | -           | ''",
                "never told of its last month         | open                   | 09-30              | 09-30              | 09-30      | ''         | never told  | held        | ''",
                "its only record was refused          | open                   | -                  | -                  | 10-31      | ''         | unexplained | -           | open, to be known up to 2026-10-31 / missing: nothing is held",
                "its last month was refused           | open                   | 09-30              | 09-30              | 10-31      | ''         | unexplained | held        | open, to be known up to 2026-10-31 / missing: held as open, up to 2026-09-30",
                "a month before the last was refused  | open                   | 09-05+10-31        | 09-05+10-31        | 10-31      | ''         | unexplained | held        | open, to be known up to 2026-10-31 / missing: held as open, up to 2026-10-31",
                "its end is on its way, and it is open| open since:11-19       | 09-30+10-31        | 09-30+10-31+!11-05 | 11-05      | ''         | held        | held        | ''",
                "held as ended, open since the 19th   | open since:11-19       | 09-30+10-31+!11-05 | 09-30+10-31+!11-05 | 11-05      | ''         | unexplained | held        | open, to be known up to 2026-10-31 / missing: held as ended, up to 2026-11-05",
                "held as ended, open since tonight    | open since:11-20       | 09-30+10-31+!11-05 | 09-30+10-31+!11-05 | 11-05      | ''         | not due     | held        | ''",
                "refused, and the ledger is tonight's | open since:11-20       | 09-30              | 09-30              | 10-31      | ''         | unexplained | held        | open, to be known up to 2026-10-31 / missing: held as open, up to 2026-09-30",
                "opened after the last month          | open opened:11-10      | -                  | -                  | -          | ''         | -           | -           | ''",
                "opened after it, and held            | open opened:11-10      | 11-10              | 11-10              | 11-10      | ''         | -           | held        | ''",
                "not opened yet, and held             | open opened:11-21      | 10-31              | 10-31              | 10-31      | ''         | -           | not due     | ''",
                "opened tonight, and held             | open opened:11-20      | 11-20              | 11-20              | 11-20      | ''         | -           | held        | ''",
                "ended, and held so                   | ended:11-10            | 09-30+10-31+!11-10 | 09-30+10-31+!11-10 | 11-10      | ''         | held        | held        | ''",
                "ended, and its end is on its way     | ended:11-10            | 09-30+10-31        | 09-30+10-31+!11-10 | 11-10      | ''         | held        | on its way  | ''",
                "ended, and its end is listed         | ended:11-10            | 09-30+10-31        | 09-30+10-31        | 11-10      | held       | held        | listed      | ''",
                "ended, and its end never told        | ended:11-10            | 09-30+10-31        | 09-30+10-31        | 10-31      | ''         | held        | never told  | ''",
                "ended, and its end refused           | ended:11-10            | 09-30+10-31        | 09-30+10-31        | 11-10      | ''         | held        | unexplained | extra: held as open, up to 2026-10-31 / ended on 2026-11-10",
                "ended, and all of it refused         | ended:11-10            | -                  | -                  | 11-10      | ''         | unexplained | -           | ended on 2026-11-10 / missing: nothing is held",
                "ended, and a month before it refused | ended:11-10            | 09-30+!11-10       | 09-30+!11-10       | 11-10      | ''         | unexplained | held        | ended on 2026-11-10 / missing: held as ended, up to 2026-11-10",
                "ended on the 20th, which is not told | ended:11-20            | 09-30+10-31        | 09-30+10-31        | 10-31      | ''         | held        | held        | ''",
                "blocked, and held                    | open blocked           | 09-30+10-31        | 09-30+10-31        | 10-31      | ''         | -           | unexplained | extra: held as open, up to 2026-10-31 / must not be told, by a furnish_block",
                "blocked, and taken back on its way   | open blocked           | 09-30+10-31        | -                  | -          | ''         | -           | on its way  | ''",
                "blocked, and taken back              | open blocked           | -                  | -                  | -          | ''         | -           | -           | ''",
                "blocked, its retraction is held      | open blocked           | 10-31              | 10-31              | 10-31      | held       | -           | listed      | ''",
                "blocked, and an end never told       | ended:11-10 blocked    | 10-31              | 10-31              | 10-31      | ''         | -           | unexplained | extra: held as open, up to 2026-10-31 / must not be told, by a furnish_block",
                "none of its products, and held       | open product:bnpl      | 10-31              | 10-31              | 10-31      | ''         | -           | excluded    | ''",
                "none of its products, and not held   | open product:bnpl      | -                  | -                  | -          | ''         | -           | -           | ''",
                "not in the ledger, and held          | none                   | 10-31              | 10-31              | 10-31      | ''         | -           | unexplained | extra: held as open, up to 2026-10-31 / not in the ledger",
                "not in the ledger, held as ended     | none                   | !10-31             | !10-31             | 10-31      | ''         | -           | unexplained | extra: held as ended, up to 2026-10-31 / not in the ledger",
                "not in the ledger, taken back soon   | none                   | 10-31              | -                  | -          | ''         | -           | on its way  | ''",
                "not in the ledger, and not held      | none                   | -                  | -                  | -          | ''         | -           | -           | ''",
            })
    void an_account_is_where_the_ledger_explains_it_or_is_named(
            String what,
            String ledger,
            String now,
            String soon,
            String reportedUpTo,
            String listed,
            String missing,
            String extra,
            String named)
            throws IOException, SQLException {
        List<Check> checks = check(
                new MonthlyBureau(),
                listed,
                account("A", day(reportedUpTo), onFile(now), onFile(soon), ledger(ledger)));
        assertThat(place(checks.get(0))).isEqualTo("demo missing " + missing);
        assertThat(place(checks.get(1))).isEqualTo("demo extra " + extra);
        assertThat(found.accounts()).isEqualTo(named.isEmpty() ? "" : "A: " + named);
    }

    /** The one place that a check counts its account in. */
    private static String place(Check check) {
        String figures = check.left() + " " + check.right();
        return check.scope() + " "
                + switch (figures) {
                    case "0 0" -> "-";
                    case "1 0" -> "unexplained";
                    default -> figures.equals("1 1") ? check.rightFrom().replaceFirst(" 1$", "") : figures;
                };
    }

    // Contracts

    /**
     * A line of 5 September with 5,000.00, since 10 October with 3,000.00, of whose own nothing is wrong; its contract is held
     * by the days of its records, the newest with a limit.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what it is                      | the line    | held now      | and soon      | limit | listed |
                // missing     | extra       | different   | what is named
                "both records are held           | open        | 09-05+10-10   | 09-05+10-10   | 3000  | ''            | held        | held        | 1 1 3000 3000 | ''",
                "the change is on its way        | open        | 09-05         | 09-05+10-10   | 3000  | ''            | on its way  | held        | 1 1 3000 3000 | ''",
                "the change is not there         | open        | 09-05         | 09-05         | 5000  | ''            | unexplained | held        | 1 1 5000 5000 | its contract: open, to be known up to 2026-10-10 / missing: held as open, up to 2026-09-05",
                "the opening is not there        | open        | 10-10         | 10-10         | 3000  | ''            | unexplained | held        | 1 1 3000 3000 | its contract: open, to be known up to 2026-10-10 / missing: held as open, up to 2026-10-10",
                "nothing is                      | open        | -             | -             | -     | ''            | unexplained | -           | 0 0 0 0       | its contract: open, to be known up to 2026-10-10 / missing: nothing is held",
                "the change is held back         | open        | 09-05         | 09-05         | 5000  | held:C_1      | listed      | held        | 0 0 0 0       | ''",
                "another of the account's is     | open        | 09-05         | 09-05         | 5000  | held:A_1      | unexplained | held        | 1 1 5000 5000 | its contract: open, to be known up to 2026-10-10 / missing: held as open, up to 2026-09-05",
                "the change is refused by rules  | open        | 09-05         | 09-05         | 5000  | rejected:C_1  | listed      | held        | 0 0 0 0       | ''",
                "another limit is held           | open        | 09-05+10-10   | 09-05+10-10   | 5000  | ''            | held        | held        | 1 0 5000 3000 | its contract: different: 5000 limit on 2026-10-10 / 3000 was agreed",
                "held as over, and it is not     | open        | 09-05+!10-10  | 09-05+!10-10  | 3000  | ''            | unexplained | held        | 0 0 0 0       | its contract: open, to be known up to 2026-10-10 / missing: held as ended, up to 2026-10-10",
                "over, and held so               | ended:11-10 | 09-05+10-10+!11-10 | 09-05+10-10+!11-10 | 3000 | ''   | held        | held        | 0 0 0 0       | ''",
                "over, and held as in force      | ended:11-10 | 09-05+10-10   | 09-05+10-10   | 3000  | ''            | unexplained | unexplained | 0 0 0 0       | its contract: ended on 2026-11-10 / missing: held as open, up to 2026-10-10, A: its contract: extra: held as open, up to 2026-10-10 / ended on 2026-11-10",
                "its product is told no more     | open product:bnpl | 09-05+10-10 | 09-05+10-10 | 3000 | ''          | -           | excluded    | 0 0 0 0       | ''",
                "it must not be told, and is     | open blocked | 09-05+10-10  | 09-05+10-10   | 3000  | ''            | -           | unexplained | 0 0 0 0       | its contract: extra: held as open, up to 2026-10-10 / must not be told, by a furnish_block",
            })
    void a_contract_is_held_as_the_ledger_has_it(
            String what,
            String ledger,
            String now,
            String soon,
            String limit,
            String listed,
            String missing,
            String extra,
            String different,
            String named)
            throws IOException, SQLException {
        Tradeline months = onFile(
                ledger.startsWith("ended") ? "09-30+10-31+!11-10" : ledger.contains("blocked") ? "-" : "09-30+10-31");
        LocalDate told = LocalDate.of(2026, 11, 10);
        List<Check> checks = check(
                MonthlyBureau.ofLines(),
                listed,
                new AccountOnFile(
                        "A",
                        null,
                        new AccountOnFile.Holding(told, months, months),
                        new AccountOnFile.Holding(told, contract(now, limit), contract(soon, limit)),
                        line(new Ledger(ledger, 0).account())));

        assertThat(place(checks.get(4))).isEqualTo("demo contracts missing " + missing);
        assertThat(place(checks.get(5))).isEqualTo("demo contracts extra " + extra);
        assertThat(checks.get(6).left() + " " + checks.get(6).right() + " "
                        + checks.get(7).left() + " " + checks.get(7).right())
                .isEqualTo(different);
        assertThat(found.accounts()).isEqualTo(named.isEmpty() ? "" : "A: " + named);
    }

    /** Somebody has said that the line is a loan; what was told of its contract is on file all the same. */
    @Test
    void a_contract_of_what_is_told_as_a_loan_by_now_is_extra() throws IOException, SQLException {
        LocalDate told = LocalDate.of(2026, 10, 10);
        AccountView loan =
                new AccountView("drawn", Collections.emptyNavigableMap(), told, null, null, null, told, false);
        LedgerAccount ledger = ledger("open");
        Tradeline contract = contract("10-10", "3000");
        Tradeline months = onFile("10-31");
        check(
                MonthlyBureau.ofLines(),
                "",
                new AccountOnFile(
                        "A",
                        null,
                        new AccountOnFile.Holding(LocalDate.of(2026, 10, 31), months, months),
                        new AccountOnFile.Holding(told, contract, contract),
                        new LedgerAccount(ledger.standing(), ledger.since(), loan)));
        assertThat(found.accounts())
                .isEqualTo("A: its contract: extra: held as open, up to 2026-10-10 / no line of credit");
    }

    private static Tradeline contract(String words, String limit) {
        Tradeline days = onFile(words);
        if (!days.isAnything()) {
            return days;
        }
        Set<LocalDate> all = Stream.of(words.replace("!", "").split("\\+"))
                .map(word -> LocalDate.parse("2026-" + word))
                .collect(Collectors.toSet());
        return new Tradeline(
                days.firstDay(), days.lastDay(), days.isEnded(), all, days.lastDay(), new BigDecimal(limit));
    }

    private static LedgerAccount line(LedgerAccount loan) {
        AccountView view = loan.view();
        NavigableMap<LocalDate, Long> limits =
                new TreeMap<>(Map.of(view.openedOn(), 5000_00L, LocalDate.of(2026, 10, 10), 3000_00L));
        return new LedgerAccount(
                loan.standing(),
                loan.since(),
                new AccountView(
                        view.product(),
                        limits,
                        view.openedOn(),
                        view.closedOn(),
                        view.repaidOn(),
                        view.soldOn(),
                        view.knownOn(),
                        view.isBlocked()));
    }

    // Different

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what it is, 100.50 overdue         | the ledger                  | newest month | overdue | listed |
                // compared           | what is named
                "the same, without cents              | open                        | 10-31        | 100     | ''     | 1 1 100 100        | ''",
                "off by one                           | open                        | 10-31        | 101     | ''     | 1 0 101 100        | different: 101 overdue on 2026-10-31 / 100 by its standing",
                "the same since the very day          | open since:10-31            | 10-31        | 101     | ''     | 1 0 101 100        | different: 101 overdue on 2026-10-31 / 100 by its standing",
                "changed since                        | open since:11-01            | 10-31        | 101     | ''     | 0 0 0 0            | ''",
                "an amount that is not known          | open                        | 10-31        | -       | ''     | 0 0 0 0            | ''",
                "no month                             | open                        | -            | 101     | ''     | 0 0 0 0            | ''",
                "held as ended                        | open                        | !10-31       | 101     | ''     | 0 0 0 0            | open, to be known up to 2026-10-31 / missing: held as ended, up to 2026-10-31",
                "a correction of it is held           | open                        | 10-31        | 101     | held   | 0 0 0 0            | ''",
                "one of it is rejected                | open                        | 10-31        | 101     | rejected | 0 0 0 0          | ''",
                "ended                                | ended:10-31                 | 10-31        | 101     | ''     | 0 0 0 0            | extra: held as open, up to 2026-10-31 / ended on 2026-10-31",
                "blocked                              | open blocked                | 10-31        | 101     | ''     | 0 0 0 0            | extra: held as open, up to 2026-10-31 / must not be told, by a furnish_block",
                "none of its products                 | open product:bnpl           | 10-31        | 101     | ''     | 0 0 0 0            | ''",
                "it wakes on the day after            | open wakes:11-01            | 10-31        | 101     | ''     | 1 0 101 100        | different: 101 overdue on 2026-10-31 / 100 by its standing",
            })
    void the_newest_month_says_what_the_standing_does_where_it_has_held_since(
            String what, String ledger, String month, String overdue, String listed, String figures, String named)
            throws IOException, SQLException {
        assertThat(compared(new MonthlyBureau(), ledger, month, overdue, listed))
                .isEqualTo(figures);
        assertThat(found.accounts()).isEqualTo(named.isEmpty() ? "" : "A: " + named);
    }

    /** What falls due on the last day itself counts there already; the standing learns of it on the next day. */
    @ParameterizedTest
    @CsvSource({"open wakes:11-01, 0 0 0 0", "open wakes:11-02, 1 0 101 100", "open, 1 0 101 100"})
    void where_a_months_last_day_counts_what_wakes_behind_it_is_not_compared(String ledger, String figures)
            throws IOException, SQLException {
        Policy.Threshold lastDay = new Policy.Threshold(BigDecimal.ZERO, true);
        assertThat(compared(new MonthlyBureau(lastDay, false), ledger, "10-31", "101", ""))
                .isEqualTo(figures);
    }

    private String compared(MonthlyBureau bureau, String ledger, String month, String overdue, String listed)
            throws IOException, SQLException {
        LocalDate settledOn = day(month.replace("!", ""));
        Tradeline held = onFile(
                "09-30+" + (settledOn == null ? "10-31" : month),
                settledOn,
                overdue.equals("-") ? null : new BigDecimal(overdue));
        List<Check> checks = check(
                bureau,
                listed,
                account("A", LocalDate.of(2026, 10, 31), held, held, new Ledger(ledger, 10050).account()));
        assertThat(checks)
                .extracting(Check::scope)
                .containsExactly("demo missing", "demo extra", "demo different", "demo different overdue");
        Check accounts = checks.get(2);
        Check amounts = checks.get(3);
        return accounts.left() + " " + accounts.right() + " " + amounts.left() + " " + amounts.right();
    }

    /** Two that are off by one the other way each: the sums agree, the accounts do not. */
    @Test
    void amounts_that_make_up_for_each_other_differ_in_the_accounts() throws IOException, SQLException {
        LocalDate october = LocalDate.of(2026, 10, 31);
        LedgerAccount ledger = new Ledger("open", 10000).account();
        Tradeline more = onFile("09-30+10-31", october, BigDecimal.valueOf(101));
        Tradeline less = onFile("09-30+10-31", october, BigDecimal.valueOf(99));
        List<Check> checks = check(
                new MonthlyBureau(),
                "",
                account("A", october, more, more, ledger),
                account("B", october, less, less, ledger),
                account("C", october, onFile("09-30+10-31"), onFile("09-30+10-31"), ledger("open")),
                account("D", october, onFile("-"), onFile("09-30+10-31"), ledger("open")));
        assertThat(checks)
                .extracting(Check::toString)
                .containsExactly(
                        "R6 demo missing: 4 (accounts that by the ledger it must know of, all of them) is not 4 (held 3, "
                                + "on its way 1), by 0",
                        "R6 demo extra: 4 (accounts that it holds or will once what is on its way is sent, all of them) "
                                + "is not 4 (held 4), by 0",
                        "R6 demo different: 2 (newest months that it holds or will, whose account has not changed since, "
                                + "all of them) is not 0 (those with the overdue amount of their standings), by 2",
                        "R6 demo different overdue: 200 (overdue amounts of these months, in its units) is not 200 (what "
                                + "these standings, unchanged since, say of that day), by 0");
        assertThat(found.accounts()).startsWith("A: different: 101 ").contains(", B: different: 99 ");
    }
}
