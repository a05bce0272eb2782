package io.arrears.night;

import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.furnish.Bureau;
import io.arrears.lender.ContactPolicy;
import io.arrears.lender.Language;
import io.arrears.publish.BureauParts;
import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.FurnishCsv;
import io.arrears.publish.Home;
import io.arrears.publish.MovementsCsv;
import io.arrears.publish.ReviewCsv;
import io.arrears.publish.WorkFolder;
import io.arrears.publish.WorklistCsv;
import io.arrears.publish.WorklistFiles;
import io.arrears.report.ChineseList;
import io.arrears.run.Run;
import io.arrears.store.imports.RejectStore;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Joins the parts that partitions wrote into the files of the night, whose bytes every later step reads. */
public final class Joiner {

    private final Home home;
    private final RejectStore rejects;

    public Joiner(Home home, DataSource pool) {
        this.home = home;
        this.rejects = new RejectStore(new JdbcTemplate(pool));
    }

    public void join(Run run) throws IOException {
        WorkFolder work = work(run);
        work.join(DelinquencyCsv.FILE, DelinquencyCsv.header());
        work.join(MovementsCsv.FILE, MovementsCsv.header());
        lists(run, run.lender().bureaus());
        Optional<ContactPolicy> contacts = LadderNights.policy(run);
        if (contacts.isPresent()) {
            new WorklistFiles(work).write(contacts.get().law().on(callingDay(run)));
            siblings(run, List.of(WorklistCsv.WORKLIST.file(), WorklistCsv.WITHHELD.file()));
        }
    }

    /** The day on which most lines are called: the first after the as-of that is not over when the run begins (L1). */
    private static LocalDate callingDay(Run run) {
        LocalDate begun =
                LocalDate.ofInstant(run.generatedAt(), run.lender().policy().zone());
        LocalDate next = run.asOf().plusDays(1);
        return begun.isAfter(next) ? begun : next;
    }

    /**
     * The lists that bureaus share, with the lines of these; doing it again with others replaces them.
     *
     * @return their names
     */
    List<String> lists(Run run, List<Bureau> bureaus) throws IOException {
        WorkFolder work = work(run);
        List<String> reviews = new ArrayList<>(List.of(ReviewCsv.FILE));
        reviews.addAll(BureauParts.names(bureaus, ReviewCsv.FILE));
        work.join(ReviewCsv.FILE, ReviewCsv.header() + unknownRejects(run), reviews);
        List<String> joined = new ArrayList<>(List.of(ReviewCsv.FILE));
        if (!run.lender().bureaus().isEmpty()) {
            for (FurnishCsv list : FurnishCsv.values()) {
                List<String> parts = BureauParts.names(bureaus, list.file());
                if (list == FurnishCsv.DISPUTES_DUE) {
                    DisputesDue.join(work, parts);
                } else {
                    work.join(list.file(), list.header(), parts);
                }
                joined.add(list.file());
            }
        }
        joined.addAll(siblings(run, joined));
        return joined;
    }

    /** What people of a Chinese lender read instead of these lists. */
    private List<String> siblings(Run run, List<String> lists) throws IOException {
        List<String> written = new ArrayList<>();
        if (run.lender().language() == Language.ZH) {
            ChineseList chinese = new ChineseList();
            for (String list : lists) {
                written.add(chinese.write(work(run), list));
            }
        }
        return written;
    }

    /** Of no account that is known, so they stand before all accounts. */
    private String unknownRejects(Run run) {
        return rejects.unknown(run.lender().name(), run.cutoff()).stream()
                .map(reject -> ReviewCsv.line(
                        reject.account(), new Review(ReviewCode.UNKNOWN_REJECT, reject.row()), List.of()))
                .collect(Collectors.joining());
    }

    private WorkFolder work(Run run) {
        return new WorkFolder(home.work(run.lender().name(), run.id()));
    }
}
