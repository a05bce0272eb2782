package io.arrears.batch;

import com.zaxxer.hikari.HikariDataSource;
import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.night.AfterNight;
import io.arrears.night.LadderNights;
import io.arrears.night.RunCleanup;
import io.arrears.night.Settings;
import io.arrears.night.SignatureKeys;
import io.arrears.night.Withdrawals;
import io.arrears.ops.AccountLadders;
import io.arrears.ops.AccountToday;
import io.arrears.ops.Answers;
import io.arrears.ops.Baselines;
import io.arrears.ops.Desk;
import io.arrears.ops.EvidencePacks;
import io.arrears.ops.Explanations;
import io.arrears.ops.Lineage;
import io.arrears.ops.RecordWords;
import io.arrears.ops.Requests;
import io.arrears.ops.ReviewList;
import io.arrears.ops.Reviews;
import io.arrears.ops.SubmissionLog;
import io.arrears.ops.Submissions;
import io.arrears.ops.WorklistExport;
import io.arrears.publish.Home;
import io.arrears.store.AuditStore;
import io.arrears.store.CheckpointStore;
import io.arrears.store.LenderLock;
import io.arrears.store.LenderStore;
import io.arrears.store.RequestStore;
import io.arrears.store.bureau.BaselineStore;
import io.arrears.store.bureau.LineageStore;
import io.arrears.store.bureau.SubmissionRecords;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.contact.Addresses;
import io.arrears.store.imports.ContactErasures;
import io.arrears.store.imports.RejectStore;
import io.arrears.store.jdbc.Database;
import io.arrears.store.run.FreshnessStore;
import io.arrears.store.run.NightQueries;
import io.arrears.store.run.RunBeginning;
import io.arrears.store.run.RunProgress;
import io.arrears.store.run.RunStore;
import io.arrears.store.run.WithdrawalStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.BeansException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The running program behind the commands that need a database; closing it closes the database. */
public final class Application implements AutoCloseable {

    private final HikariDataSource pool;
    private final ConfigurableApplicationContext context;

    private Application(HikariDataSource pool, ConfigurableApplicationContext context) {
        this.pool = pool;
        this.context = context;
    }

    /**
     * Opens the database and wires the jobs.
     *
     * @throws io.arrears.Refused when the database cannot be had; Spring, which would tell that at length, has not begun
     */
    public static Application open(Settings settings, Clock clock) {
        if (!settings.database().isMySql()) {
            settings.home().begin(Home.DATABASE);
        }
        HikariDataSource pool = Database.open(settings.database(), settings.connections());
        try {
            return new Application(pool, Context.start(settings, clock, pool));
        } catch (BeansException e) {
            pool.close();
            throw e;
        }
    }

    public Nights nights() {
        return new Nights(
                context.getBean(Settings.class),
                runs(),
                context.getBean(RunBeginning.class),
                context.getBean(RunProgress.class),
                lenders(),
                freshness(),
                context.getBean(RunCleanup.class),
                keys(),
                context.getBean(WorkInHand.class),
                context.getBean(AfterNight.class),
                context.getBean(JobOperator.class),
                context.getBean(JobRepository.class),
                context.getBean(NightlyJob.NAME, Job.class),
                context.getBean(Clock.class));
    }

    public Withdrawals withdrawals() {
        return new Withdrawals(
                context.getBean(Settings.class),
                runs(),
                new WithdrawalStore(
                        context.getBean(DataSource.class), context.getBean(PlatformTransactionManager.class), runs()),
                context.getBean(RunCleanup.class),
                keys(),
                context.getBean(AfterNight.class),
                context.getBean(Clock.class));
    }

    public WorklistExport worklistExport() {
        return new WorklistExport(
                context.getBean(Settings.class).home(),
                runs(),
                new Addresses(pool),
                audit(),
                context.getBean(PlatformTransactionManager.class),
                context.getBean(Clock.class));
    }

    public Imports imports() {
        return context.getBean(Imports.class);
    }

    /**
     * Erases a contact while no run of the lender is under way.
     *
     * @return false when it was erased before
     * @throws io.arrears.Refused when there is no such contact (2), or a run or an import is under way (75)
     */
    public boolean eraseContact(String contact, String lender, TwoPeople people, Reason reason) {
        if (!lenders().all().contains(lender)) {
            throw new Refused(ExitCode.USAGE, "nothing was ever done for a lender " + lender);
        }
        try (LenderLock lock = context.getBean(Settings.class).lock(lender)) {
            boolean isNew = context.getBean(ContactErasures.class).erase(contact, lender, people, reason);
            context.getBean(AfterNight.class).write(lender); // also for one whose command was cut off
            return isNew;
        }
    }

    public Explanations explanations() {
        return new Explanations(pool(), runs(), context.getBean(Settings.class).jobs(), context.getBean(Clock.class));
    }

    public AccountLadders ladders() {
        return new AccountLadders(
                pool,
                runs(),
                context.getBean(LadderNights.class),
                context.getBean(Settings.class).home());
    }

    public EvidencePacks evidence() {
        return new EvidencePacks(
                new EvidencePacks.Stores(pool, runs(), audit(), checkpoints(), keys()),
                explanations(),
                ladders(),
                lineage(),
                log(),
                context.getBean(Settings.class).home(),
                context.getBean(Clock.class));
    }

    public Submissions submissions() {
        return new Submissions(log());
    }

    public Answers answers() {
        return new Answers(log());
    }

    public RecordWords recordWords() {
        return new RecordWords(log(), pool);
    }

    private SubmissionLog log() {
        return new SubmissionLog(
                context.getBean(SubmissionStore.class),
                context.getBean(SubmissionRecords.class),
                runs(),
                lenders(),
                audit(),
                context.getBean(PlatformTransactionManager.class),
                context.getBean(Clock.class));
    }

    public Reviews reviews() {
        return new Reviews(
                explanations(),
                pool,
                lenders(),
                audit(),
                context.getBean(PlatformTransactionManager.class),
                context.getBean(Settings.class).jobs(),
                context.getBean(Clock.class));
    }

    public ReviewList reviewList() {
        return new ReviewList(pool, runs(), lenders(), context.getBean(Clock.class));
    }

    public Baselines baselines() {
        SubmissionLog log = log();
        return new Baselines(
                context.getBean(Settings.class).jobs(), log, new BaselineStore(pool), new AccountToday(log, pool));
    }

    /** All that two people do with what bureaus are told. */
    public Desk desk() {
        return new Desk(submissions(), answers(), recordWords(), baselines());
    }

    public Requests requests() {
        return new Requests(log(), new RequestStore(pool), desk());
    }

    public RunStore runs() {
        return context.getBean(RunStore.class);
    }

    public LenderStore lenders() {
        return context.getBean(LenderStore.class);
    }

    public SignatureKeys keys() {
        return context.getBean(SignatureKeys.class);
    }

    public FreshnessStore freshness() {
        return context.getBean(FreshnessStore.class);
    }

    public Lineage lineage() {
        return new Lineage(new LineageStore(pool), log(), context.getBean(NightQueries.class), explanations());
    }

    /** Rejected rows that are open now, and can be any account's of the lender. */
    public List<RejectStore.Missing> unknownRejects(String lender) {
        Clock clock = context.getBean(Clock.class);
        return new RejectStore(new JdbcTemplate(pool()))
                .unknown(lender, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Rejected rows that are open now and hold from the worklist alone, and those of them that can be anybody's. */
    public List<RejectStore.Missing> worklistRejects(String lender, boolean ofNobody) {
        Instant now = context.getBean(Clock.class).instant().truncatedTo(ChronoUnit.MICROS);
        RejectStore rejects = new RejectStore(new JdbcTemplate(pool()));
        return ofNobody ? rejects.ofNobody(lender, now) : rejects.ofWorklist(lender, now);
    }

    public CheckpointStore checkpoints() {
        return new CheckpointStore(pool);
    }

    public AuditStore audit() {
        return context.getBean(AuditStore.class);
    }

    DataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
