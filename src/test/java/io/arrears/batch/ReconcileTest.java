package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.audit.AuditEvent;
import io.arrears.audit.Manifest;
import io.arrears.night.BrakeCheck;
import io.arrears.night.BureauReconciler;
import io.arrears.night.Reconciler;
import io.arrears.reconcile.Acceptance;
import io.arrears.reconcile.Check;
import io.arrears.reconcile.Identity;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import io.arrears.store.account.ReconcileQueries;
import io.arrears.store.bureau.BureauQueries;
import io.arrears.store.run.NightQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R3, R4, R5, R7, R8: one thing is wrong at a time, and the right identity names the right account. */
class ReconcileTest {

    @TempDir
    Path copy;

    private Portfolio lender;
    private Run night;
    private List<Identity> unchecked = List.of();
    private final Map<Identity, Set<String>> named = new TreeMap<>();

    /** A is overdue and pays a part, B falls due and is late, C is never late; two nights. */
    private void twoNights(Databases kind) {
        lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01", "2026-05-01")
                .loan("B", "2026-01-01", "2026-03-01", "2026-05-01")
                .loan("C", "2026-01-01", "2026-05-01")
                .deliver();
        lender.run("2026-02-28");
        lender.paid("A", "2026-03-02", "2026-03-01T05:00:00Z", "40.00").deliver();
        night = lender.run("2026-03-05").run();
    }

    /** Checks the second night's folder with one file of it changed. */
    private List<Identity> differing(String file, UnaryOperator<List<String>> change) throws Exception {
        Path published = lender.folder("2026-03-05");
        for (String name : List.of("delinquency.csv", "movements.csv")) {
            List<String> lines = new ArrayList<>(Files.readAllLines(published.resolve(name)));
            Files.write(copy.resolve(name), name.equals(file) ? change.apply(lines) : lines);
        }
        return differing(copy);
    }

    private List<Identity> differing(Path folder) throws Exception {
        named.clear();
        Application application = lender.book.application;
        Reconciler reconciler = new Reconciler(
                application.runs(),
                lender.book.progress(),
                new ReconcileQueries(application.pool()),
                new BureauReconciler(application.runs(), new BureauQueries(application.pool())),
                new BrakeCheck(new NightQueries(application.pool())),
                lender.book.settings.home(),
                Clock.systemUTC());
        List<Check> checks = reconciler.check(night, folder, (identity, account, left, right) -> named.computeIfAbsent(
                        identity, any -> new TreeSet<>())
                .add(account.replace("-" + lender.name, "")));
        unchecked = checks.stream()
                .filter(check -> check.difference() == null)
                .map(Check::identity)
                .toList();
        return checks.stream()
                .filter(Check::differs)
                .map(Check::identity)
                .distinct()
                .toList();
    }

    private UnaryOperator<List<String>> replace(String account, String from, String to) {
        return lines -> {
            lines.replaceAll(line -> line.startsWith(lender.id(account) + ",") ? line.replace(from, to) : line);
            return lines;
        };
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void two_nights_reconcile(Databases kind) throws Exception {
        twoNights(kind);
        assertThat(Files.readAllLines(lender.folder("2026-03-05").resolve("movements.csv")))
                .containsExactly(
                        "account_id,currency,opening,boarded,policy,corrections,newly_due,schedule,charges,reversed,waived,"
                                + "paid,tolerance,closing",
                        lender.id("A") + ",EUR,100.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,-40.00,0.00,60.00",
                        lender.id("B") + ",EUR,0.00,0.00,0.00,0.00,100.00,0.00,0.00,0.00,0.00,0.00,0.00,100.00");
        assertThat(Files.readAllLines(lender.folder("2026-03-05").resolve("reconciliation.csv")))
                .containsExactly(
                        "name,scope,left,right,difference,verdict,left_from,right_from,accepted_by,reason",
                        "R3,EUR,160.00,160.00,0.00,OK,\"the last delinquency.csv 100.00, movements.csv newly_due 100.00, "
                                + "paid -40.00\",this delinquency.csv,,",
                        "R3,EUR accounts,2,2,0,OK,accounts with an overdue amount or a movement,those of them that roll "
                                + "forward each,,",
                        "R4,from M0,2,2,0,OK,the last manifest,rows of the last delinquency.csv,,",
                        "R4,from M1,1,1,0,OK,the last manifest,rows of the last delinquency.csv,,",
                        "R4,open before,3,3,0,OK,open accounts of the last delinquency.csv,those of them in this "
                                + "delinquency.csv,,",
                        "R4,to M0,1,1,0,OK,open accounts by their standings,rows of this delinquency.csv,,",
                        "R4,to M1,1,1,0,OK,open accounts by their standings,rows of this delinquency.csv,,",
                        "R4,to M2,1,1,0,OK,open accounts by their standings,rows of this delinquency.csv,,",
                        "R5,EUR entries,1,1,0,OK,the standings,the ledger's entries known at the cutoff,,",
                        "R5,EUR amount,4000,4000,0,OK,\"the standings in minor units: allocated 4000, unallocated 0, "
                                + "refunded 0, charged 0, reversed 0, set aside 0, information 0\",the ledger's entries "
                                + "known at the cutoff,,",
                        "R7,,,,,NOT_CHECKED,control.csv has no portfolio of this day,,,");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_account_in_another_bucket_does_not_migrate(Databases kind) throws Exception {
        twoNights(kind);
        assertThat(differing("delinquency.csv", replace("B", ",M1,", ",M2,"))).containsExactly(Identity.R4);
        assertThat(named).isEqualTo(Map.of(Identity.R4, Set.of("B")));
    }

    /** Whatever it says by now: not one account of a list that nobody signed is read. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_last_list_that_is_not_what_was_signed_is_a_difference(Databases kind) throws Exception {
        twoNights(kind);
        Path last = lender.folder("2026-02-28");
        Path list = last.resolve("delinquency.csv");
        Path manifest = last.resolve(Manifest.FILE);
        String listed = Files.readString(list);
        String signed = Files.readString(manifest);
        Map<Path, String> forgeries =
                Map.of(list, listed.replace(",M0,", ",M1,"), manifest, signed.replace("M0", "M1"));
        for (Map.Entry<Path, String> forged : forgeries.entrySet()) {
            Files.writeString(forged.getKey(), forged.getValue());
            assertThat(differing(lender.folder("2026-03-05"))).containsExactly(Identity.R3, Identity.R4);
            assertThat(named).isEmpty();
            Files.writeString(list, listed);
            Files.writeString(manifest, signed);
        }
        assertThat(differing(lender.folder("2026-03-05"))).isEmpty();
        Files.delete(list);
        assertThat(differing(lender.folder("2026-03-05"))).containsExactly(Identity.R3, Identity.R4);
        Files.createSymbolicLink(list, Files.writeString(copy.resolve("elsewhere"), listed));
        assertThat(differing(lender.folder("2026-03-05"))).containsExactly(Identity.R3, Identity.R4);
    }

    /** Nobody is stuck: two people let the night out, and the next one begins with it. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void two_people_may_go_on_from_a_last_list_that_was_changed(Databases kind) throws Exception {
        twoNights(kind);
        Path list = lender.folder("2026-03-05").resolve("delinquency.csv");
        Files.writeString(list, Files.readString(list).replace(",60.00,", ",sixty,"));
        assertThat(catchThrowableOfType(Refused.class, () -> lender.run("2026-03-06")))
                .hasMessageContaining(
                        "  R3 the last night's list: 1 (a delinquency.csv that its run signed) is not 0 (those in its "
                                + "folder that still are what was signed: 'arrears verify' says what was changed), by 1\n")
                .hasMessageContaining("--accept R3 --accept R4 --by ONE --by OTHER");
        assertThat(manifest(accepted("2026-03-06", Identity.R3, Identity.R4)).accepted())
                .isEqualTo(new Manifest.Accepted(List.of("R3", "R4"), "Ann", "Bob", "known to both"));
        assertThat(Files.readAllLines(lender.run("2026-03-07").folder().resolve("reconciliation.csv")))
                .filteredOn(line -> line.matches("R[34].*"))
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.contains(",OK,"));
    }

    /** All of the ledger is counted, as on a first night: the sums that somebody changed are not what it rolls forward from. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void checks_that_are_not_what_was_signed_are_not_rolled_forward_from(Databases kind) throws Exception {
        twoNights(kind);
        Path checks = lender.folder("2026-03-05").resolve("reconciliation.csv");
        Files.writeString(
                checks, Files.readString(checks).replace("R5,EUR amount,4000,4000", "R5,EUR amount,4000,4o00"));
        assertThat(Files.readAllLines(lender.run("2026-03-06").folder().resolve("reconciliation.csv")))
                .filteredOn(line -> line.startsWith("R5,"))
                .hasSize(2)
                .allMatch(line -> line.contains(",OK,"));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void without_the_last_folder_nothing_is_said_of_the_roll_forward(Databases kind) throws Exception {
        twoNights(kind);
        Files.move(lender.folder("2026-02-28"), copy.resolve("away"));
        assertThat(differing(lender.folder("2026-03-05"))).isEmpty();
        assertThat(unchecked).containsExactly(Identity.R3, Identity.R4, Identity.R7);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void money_that_got_lost_in_a_standing_is_missed(Databases kind) throws Exception {
        twoNights(kind);
        lender.book.jdbc.update(
                "UPDATE standing SET entry_allocated = entry_allocated - 1 WHERE account_id = ?", lender.id("A"));
        assertThat(differing(lender.folder("2026-03-05"))).containsExactly(Identity.R5);
        assertThat(named).isEqualTo(Map.of(Identity.R5, Set.of("A")));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_stale_standing_stops_the_night_until_two_people_accept_it(Databases kind) throws Exception {
        twoNights(kind);
        lender.book.jdbc.update("UPDATE arrear SET principal = principal - 100 WHERE account_id = ?", lender.id("B"));

        Refused refused = catchThrowableOfType(Refused.class, () -> lender.run("2026-03-06"));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
        Run stopped = lender.last();
        Path work = lender.book.settings.home().work(lender.name, stopped.id());
        Path named = work.resolve("differences").resolve("R3.csv");
        assertThat(refused.getMessage().lines())
                .containsExactly(
                        stopped + " differs from what it was made of, so nothing is published:",
                        "  R3 EUR: 160.00 (the last delinquency.csv 160.00, movements.csv nothing) is not 159.00 (this "
                                + "delinquency.csv), by 1.00",
                        "  R3 EUR accounts: 2 (accounts with an overdue amount or a movement) is not 1 (those of them that "
                                + "roll forward each), by 1",
                        "  accounts of R3: " + lender.id("B") + " (1 in " + named + ")",
                        "What it wrote stays in " + work
                                + ". Find the cause, then run again; two people may let it go out as it is: 'arrears run "
                                + "--lender " + lender.name
                                + " --as-of 2026-03-06 --accept R3 --by ONE --by OTHER --reason WHY'");
        assertThat(lender.folder("2026-03-06")).doesNotExist();
        assertThat(Files.readAllLines(named))
                .containsExactly("account_id,left,right", lender.id("B") + ",100.00,99.00");
        assertThat(work.resolve("out").resolve("reconciliation.csv")).exists();
        assertThat(stopped.state()).isEqualTo(Run.State.REFUSED);

        Path folder = accepted("2026-03-06").folder();

        assertThat(Files.readAllLines(folder.resolve("reconciliation.csv")))
                .filteredOn(line -> line.startsWith("R3,EUR,"))
                .singleElement()
                .asString()
                .endsWith(",1.00,ACCEPTED,\"the last delinquency.csv 160.00, movements.csv nothing\",this "
                        + "delinquency.csv,Ann and Bob,known to both");
        assertThat(folder.resolve("differences").resolve("R3.csv")).hasSameTextualContentAs(named);
        assertThat(Manifest.parse(Files.readAllBytes(folder.resolve(Manifest.FILE)))
                        .accepted())
                .isEqualTo(new Manifest.Accepted(List.of("R3"), "Ann", "Bob", "known to both"));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void of_what_did_not_differ_nothing_says_that_it_was_accepted(Databases kind) throws Exception {
        twoNights(kind);
        lender.book.jdbc.update("UPDATE arrear SET principal = principal - 100 WHERE account_id = ?", lender.id("B"));

        Nights.Outcome differing = accepted("2026-03-06", Identity.R3, Identity.R5, Identity.BRAKE);

        assertThat(manifest(differing).accepted())
                .isEqualTo(new Manifest.Accepted(List.of("R3"), "Ann", "Bob", "known to both"));
        assertThat(acceptances(differing)).singleElement().asString().contains("\"on\":\"R3\"", "[\"Ann\",\"Bob\"]");
        Nights.Outcome same = accepted("2026-03-07", Identity.R5, Identity.BRAKE);
        assertThat(manifest(same).accepted()).isNull();
        assertThat(same.run().accepted()).isNull();
        assertThat(acceptances(same)).isEmpty();
        assertThat(Files.readString(same.folder().resolve("reconciliation.csv")))
                .doesNotContain("ACCEPTED", "Ann");
    }

    private static Manifest manifest(Nights.Outcome night) throws IOException {
        return Manifest.parse(Files.readAllBytes(night.folder().resolve(Manifest.FILE)));
    }

    private List<String> acceptances(Nights.Outcome night) {
        return lender.book.application.audit().ofRun(lender.name, night.run().id()).stream()
                .map(AuditEvent::json)
                .filter(event -> event.contains("\"differences accepted\""))
                .toList();
    }

    private Nights.Outcome accepted(String asOf) {
        return accepted(asOf, Identity.R3);
    }

    private Nights.Outcome accepted(String asOf, Identity... identities) {
        return lender.book
                .application
                .nights()
                .run(
                        lender.name,
                        LocalDate.parse(asOf),
                        new Nights.Options(
                                null,
                                false,
                                false,
                                Acceptance.of(
                                        Set.of(identities),
                                        TwoPeople.of(List.of("Ann", "Bob")),
                                        new Reason("known to both")),
                                false));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_night_that_rolls_forward_from_an_accepted_one_is_right_again(Databases kind) throws Exception {
        twoNights(kind);
        lender.book.jdbc.update("UPDATE arrear SET principal = principal - 100 WHERE account_id = ?", lender.id("B"));
        accepted("2026-03-06");
        lender.book.jdbc.update("UPDATE arrear SET principal = principal + 100 WHERE account_id = ?", lender.id("B"));
        assertThat(catchThrowableOfType(Refused.class, () -> lender.run("2026-03-07")))
                .hasMessageContaining("accounts of R3: " + lender.id("B"));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_core_systems_own_figures_are_compared(Databases kind) throws IOException {
        lender = SharedBook.on(kind).lender().loan("A", "2026-01-01", "2026-02-01", "2026-05-01");
        lender.control("2026-02-28", "accounts", 1, "").control("2026-02-28", "instalments", 2, "");
        lender.control("2026-02-28", "borrowers", 1, "").portfolio("2026-02-28", "cash", 1, "200.00", "100.00");
        lender.portfolio("2026-03-01", "cash", 2, "200.00", "99.99").deliver();

        assertThat(Files.readAllLines(lender.run("2026-02-28").folder().resolve("reconciliation.csv")))
                .filteredOn(line -> line.startsWith("R7,"))
                .containsExactly(
                        "R7,cash EUR open accounts,1,1,0,OK,control.csv,the standings,,",
                        "R7,cash EUR principal,200.00,200.00,0.00,OK,control.csv,the standings,,",
                        "R7,cash EUR overdue,100.00,100.00,0.00,OK,control.csv,the standings,,");
        assertThat(catchThrowableOfType(Refused.class, () -> lender.run("2026-03-01")))
                .hasMessageContaining("R7 cash EUR open accounts: 2 (control.csv) is not 1 (the standings), by 1")
                .hasMessageContaining(
                        "R7 cash EUR overdue: 99.99 (control.csv) is not 100.00 (the standings), by -0.01");
    }

    /** A is on the ladder's one stage, B below it, C in no arrear; nobody is contacted but by letter. */
    private void oneNightOnTheLadder(Databases kind) {
        lender = SharedBook.on(kind)
                .lender(
                        "law: cn",
                        "ladder:",
                        "  stages:",
                        "    - {stage: SOON, from: -3, borrower: {LETTER: soon}}",
                        "    - {stage: LATE, from: 10, borrower: {LETTER: late}}")
                .loan("A", "2026-01-01", "2026-02-01", "2026-05-01")
                .loan("B", "2026-01-01", "2026-02-27", "2026-05-01")
                .loan("C", "2026-01-01", "2026-03-02", "2026-05-01");
        for (String account : List.of("A", "B", "C")) {
            lender.lost("borrowers", 0)
                    .row("borrowers", lender.id("B" + account), "Jane Doe", "PASSPORT", "P1", "", "CN");
        }
        lender.deliver();
        night = lender.run("2026-02-28").run();
    }

    /** Who is overdue by the standings is who the lists name; an account before its due date stands outside (R8). */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void who_is_overdue_is_contacted_or_not_for_a_reason(Databases kind) throws Exception {
        oneNightOnTheLadder(kind);
        assertThat(Files.readAllLines(lender.folder("2026-02-28").resolve("worklist-index.csv")))
                .hasSize(3);
        assertThat(Files.readAllLines(lender.folder("2026-02-28").resolve("reconciliation.csv")))
                .filteredOn(line -> line.startsWith("R8,"))
                .containsExactly(
                        "R8,accounts,2,2,0,OK,\"accounts reported overdue, by their standings\",\"with a line in worklist.csv"
                                + " 1, only in withheld.csv 0, below the first stage 1\",,",
                        "R8,EUR overdue,200.00,200.00,0.00,OK,what they owe by their standings,\"delinquency.csv, of the"
                                + " accounts that both lists name\",,",
                        "R8,EUR accounts,2,2,0,OK,accounts that either side names,those of which both say the same,,",
                        "R8,amounts,1,1,0,OK,lines of worklist.csv to borrowers,those with delinquency.csv's amount,,",
                        "R8,bytes,%1$d,%1$d,0,OK,worklist.csv,its header and the lines that worklist-index.csv finds in it,,"
                                .formatted(
                                        Files.size(lender.folder("2026-02-28").resolve("worklist.csv"))));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_list_without_somebody_who_is_overdue_stops_the_night_until_two_people_accept_it(Databases kind)
            throws Exception {
        oneNightOnTheLadder(kind);
        Path last = lender.folder("2026-02-28");
        for (String name :
                List.of("delinquency.csv", "movements.csv", "worklist.csv", "worklist-index.csv", "withheld.csv")) {
            List<String> lines = new ArrayList<>(Files.readAllLines(last.resolve(name)));
            lines.removeIf(line -> name.equals("withheld.csv") && line.startsWith(lender.id("B") + ","));
            Files.writeString(copy.resolve(name), String.join("\r\n", lines) + "\r\n");
        }
        assertThat(differing(copy)).containsExactly(Identity.R8);
        assertThat(named).isEqualTo(Map.of(Identity.R8, Set.of("B")));

        // Its standing is another one than what the ledger says tonight, which the worklist goes by.
        lender.book.jdbc.update("UPDATE arrear SET principal = principal - 100 WHERE account_id = ?", lender.id("A"));
        assertThat(catchThrowableOfType(Refused.class, () -> lender.run("2026-03-01")))
                .hasMessageContaining("  R8 amounts: 1 (lines of worklist.csv to borrowers) is not 0 (those with "
                        + "delinquency.csv's amount), by 1\n")
                .hasMessageContaining("  accounts of R8: " + lender.id("A") + " (1 in ")
                .hasMessageContaining("--accept R3 --accept R8 --by ONE --by OTHER");
        Path folder = accepted("2026-03-01", Identity.R3, Identity.R8).folder();
        assertThat(Files.readAllLines(folder.resolve("differences").resolve("R8.csv")))
                .containsExactly("account_id,left,right", lender.id("A") + ",overdue 99.00,on a line 100.00");
    }
}
