package io.arrears.ops;

import io.arrears.ladder.AccountWorklist;
import io.arrears.ladder.Case;
import io.arrears.ladder.LadderNight;
import io.arrears.ladder.Line;
import io.arrears.ladder.NotContacted;
import io.arrears.ladder.Worklist;
import io.arrears.ladder.law.Citation;
import io.arrears.ladder.law.Withheld;
import io.arrears.lender.ContactPolicy;
import io.arrears.lender.Lender;
import io.arrears.night.LadderNights;
import io.arrears.night.Publisher;
import io.arrears.ops.Explanations.Explained;
import io.arrears.publish.Csv;
import io.arrears.publish.Home;
import io.arrears.publish.WorklistCsv;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.account.Scope;
import io.arrears.store.contact.CaseScan;
import io.arrears.store.contact.Objections;
import io.arrears.store.run.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where one account stands on its lender's ladder on one day, who is contacted about it, and who is withheld and why. */
public final class AccountLadders {

    private final DataSource pool;
    private final RunStore runs;
    private final LadderNights nights;
    private final Home home;

    public AccountLadders(DataSource pool, RunStore runs, LadderNights nights, Home home) {
        this.pool = pool;
        this.runs = runs;
        this.nights = nights;
        this.home = home;
    }

    /**
     * One account on a night of the ladder.
     *
     * @param isListed whether it is a published night, whose list says which of a person's accounts carries the line (L7); of any
     *     other day nobody knows
     */
    public record OnLadder(LadderNight night, AccountWorklist worklist, boolean isListed) {}

    /** What the day makes of an explained account; none for a lender without a ladder, or when nothing is overdue or to be reminded. */
    public Optional<OnLadder> of(Explained explained) throws IOException {
        Lender lender = explained.lender();
        ContactPolicy policy = lender.contacts();
        if (policy == null) {
            return Optional.empty();
        }
        LocalDate asOf = explained.explanation().figures().asOf();
        Instant cutoff = explained.cutoff();
        Run published = runs.publishedAt(lender.name(), asOf, cutoff);
        Run previous = published == null ? runs.publishedBefore(lender.name(), asOf, cutoff) : runs.previous(published);
        LadderNight night = nights.of(lender, asOf, cutoff, generatedAt(lender, asOf), previous);
        Case of = read(explained, policy, previous == null ? null : previous.cutoff());
        AccountWorklist worklist = new Worklist(night).of(of).orElse(null);
        if (worklist == null) {
            return Optional.empty();
        }
        Path list = published == null ? null : Publisher.folder(home, published).resolve(WorklistCsv.WITHHELD.file());
        return Optional.of(
                list == null || !Files.isRegularFile(list)
                        ? new OnLadder(night, worklist, false)
                        : new OnLadder(night, carried(worklist, samePerson(list, of.account())), true));
    }

    /** When the night's lists were made; of a day without a night, its end. */
    private Instant generatedAt(Lender lender, LocalDate asOf) {
        return runs.published(lender.name(), asOf).map(Run::generatedAt).orElseGet(() -> asOf.plusDays(1)
                .atStartOfDay(lender.policy().zone())
                .toInstant());
    }

    private Case read(Explained explained, ContactPolicy policy, @Nullable Instant since) {
        String account = explained.explanation().facts().account().id().value();
        Scope only = Scope.all(explained.lender().name(), KeyRange.only(account));
        Objections.Known objections = new Objections(new JdbcTemplate(pool), home)
                .knownOrUnsure(explained.lender().name(), explained.cutoff());
        LocalDate asOf = explained.explanation().figures().asOf();
        try (CaseScan cases =
                new CaseScan(pool, objections, only, policy.law().zones(), asOf, since, explained.cutoff())) {
            Case of = cases.next();
            if (of == null) {
                throw new IllegalStateException("an explained account is in the ledger");
            }
            return of;
        } catch (SQLException e) {
            throw Explanations.unreadable(e);
        }
    }

    /** The rows of an account whose person's line another account carries. */
    private static Map<List<String>, Withheld> samePerson(Path list, String account) throws IOException {
        Map<List<String>, Withheld> rows = new HashMap<>();
        try (CSVParser parser = CSVParser.parse(list, StandardCharsets.UTF_8, Csv.READ)) {
            for (CSVRecord row : parser) {
                if (row.get("account_id").equals(account) && row.get("rule").equals("SAME_PERSON")) {
                    String until = row.get("until");
                    rows.put(
                            List.of(row.get("party_id"), row.get("channel")),
                            new Withheld(
                                    row.get("rule"),
                                    new Citation(row.get("instrument"), row.get("clause")),
                                    row.get("evidence"),
                                    until.isEmpty() ? null : LocalDate.parse(until)));
                }
            }
        }
        return rows;
    }

    private static AccountWorklist carried(AccountWorklist worklist, Map<List<String>, Withheld> elsewhere) {
        List<Line> lines = new ArrayList<>();
        List<NotContacted> withheld = new ArrayList<>(worklist.withheld());
        for (Line line : worklist.lines()) {
            Withheld why =
                    elsewhere.get(List.of(line.reachable().id(), line.channel().name()));
            if (why == null) {
                lines.add(line);
            } else {
                withheld.add(new NotContacted(
                        line.account(),
                        line.borrower(),
                        line.position().stage().name(),
                        line.reachable().type(),
                        line.reachable().id(),
                        line.channel(),
                        why));
            }
        }
        return new AccountWorklist(worklist.position(), lines, withheld);
    }
}
