package io.arrears.batch;

import io.arrears.Refused;
import io.arrears.store.RunStore;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.BeansException;
import org.springframework.context.ConfigurableApplicationContext;

/** The running program behind the commands that need a database; closing it closes the database. */
public final class Application implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Application(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Opens the database and wires the jobs. Throws {@link Refused} when the database cannot be had. */
    public static Application open(Settings settings, Clock clock) {
        try {
            return new Application(Context.start(settings, clock));
        } catch (BeansException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refused refused) {
                    throw refused;
                }
            }
            throw e;
        }
    }

    public Nights nights() {
        return new Nights(
                context.getBean(Settings.class),
                runs(),
                context.getBean(JobOperator.class),
                context.getBean(JobRepository.class),
                context.getBean(NightlyJob.NAME, Job.class),
                context.getBean(Clock.class));
    }

    public Imports imports() {
        return context.getBean(Imports.class);
    }

    public Explanations explanations() {
        return new Explanations(pool(), runs(), context.getBean(Settings.class).jobs(), context.getBean(Clock.class));
    }

    public RunStore runs() {
        return context.getBean(RunStore.class);
    }

    DataSource pool() {
        return context.getBean(DataSource.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
