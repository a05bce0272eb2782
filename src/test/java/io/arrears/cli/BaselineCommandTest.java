package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.sample.SampleLedger;
import io.arrears.sample.SampleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row of a baseline that the ledger denies is held, and replaced by two people (S14). */
class BaselineCommandTest {

    @TempDir
    Path folder;

    @Test
    void two_people_mend_what_is_held_as_baseline_and_nothing_else() throws IOException {
        Path ledger = folder.resolve("ledger");
        SampleLedger.write(SampleSpec.of(62, 5), ledger);
        List<String> accounts = Files.readAllLines(ledger.resolve("accounts.csv")).stream()
                .filter(line -> line.contains(",harbour,"))
                .map(line -> line.split(",", -1)[0])
                .toList();
        String account = accounts.get(0);
        String load = "bureau baseline pboc " + row("wrong.csv", account + ",2026-09,2026-09-30,3,C,1,2026-09-30,,")
                + " --lender harbour";
        Map<String, Told> told = type("import " + ledger, load, "run --lender harbour --as-of 2026-11-02");
        told.get(load).require(0, "1 accounts that pboc holds of harbour are known");
        assertThat(Files.readAllLines(folder.resolve("home/out/harbour/2026-11-02/held.csv")))
                .anyMatch(line -> line.startsWith(account + ",pboc,210,") && line.contains(",baseline,"));

        String mend = "bureau baseline pboc " + row("right.csv", account + ",2026-09,2026-09-30,1,N,1,2026-09-30,,NNN")
                + " --lender harbour --mend --reason slip --by ann";
        String other = "bureau baseline pboc "
                + row("other.csv", accounts.get(1) + ",2026-09,2026-09-30,1,N,1,2026-09-30,,NNN")
                + " --lender harbour --mend --reason slip --by ann --by bob";
        Map<String, Told> mended = type(
                mend,
                mend + " --by Ann",
                mend.replace(" --reason slip", "") + " --by bob",
                mend.replace(" --mend", "") + " --by bob",
                other,
                load,
                "status");
        mended.get(mend).require(0, "nothing is changed yet: request ");
        String confirm = "bureau --confirm " + Asked.id(mended.get(mend));
        mended.get("status")
                .require(0, "right.csv --lender harbour --mend --reason slip; another person confirms it: '");
        mended.get("status").require(0, "'arrears " + confirm + " --by NAME'");
        mended.get(mend + " --by Ann").require(2, "'ann' and 'Ann' are one person");
        mended.get(mend.replace(" --reason slip", "") + " --by bob")
                .require(2, "--mend, --by (twice, or once to ask another) and --reason go");
        mended.get(mend.replace(" --mend", "") + " --by bob")
                .require(2, "--mend, --by (twice, or once to ask another) and --reason go");
        mended.get(other).require(2, "not held as 'baseline', such as " + accounts.get(1));
        mended.get(load).require(2, "take them out; a row that held.csv lists as 'baseline' is replaced with --mend");
        Map<String, Told> confirmed = type(
                confirm + " --by ANN",
                confirm + " --by bob",
                confirm + " --by carl",
                mend + " --by carl",
                "audit show");
        confirmed.get(confirm + " --by ANN").require(2, "'ann' and 'ANN' are one person");
        confirmed.get(confirm + " --by bob").require(0, "1 accounts that pboc holds of harbour are known");
        confirmed.get(confirm + " --by carl").require(2, "is confirmed already");
        confirmed.get(mend + " --by carl").require(2, "not held as 'baseline', such as " + account);
        confirmed.get("audit show").require(0, "baseline mended");
    }

    private Path row(String name, String row) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "account_id,month,report_date,account_status,repayment_status,five_class,five_class_since,"
                        + "episode_started_on,history\n" + row + "\n");
    }

    private Map<String, Told> type(String... commands) {
        return Told.by(CliTest.fork(folder), List.of(commands));
    }
}
