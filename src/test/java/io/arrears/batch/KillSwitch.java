package io.arrears.batch;

import io.arrears.night.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends the program's own JVM at a chosen commit, as a kill does: no shutdown hook runs, nothing is flushed.
 *
 * <p>Spring finds it on the test class path, and it does nothing unless told by system properties: {@code kill.at} is a
 * {@link Position}, {@code kill.log} prints every commit, {@code kill.chunk} makes the chunks of a night small, {@code kill.clock} is the instant
 * at which the clock stands still.
 */
public final class KillSwitch implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final int KILLED = 137;
    static final String COMMIT = "commit ";
    static final String REACHED = "reached the commit to be killed at";

    /** The n-th commit of a step, counted from 1 in each process; {@code job} stands for what is outside of any step. */
    record Position(String step, int number, When when) {

        enum When {
            BEFORE,
            AFTER,
            /** Waits just after the commit for somebody else to kill it. */
            WAIT
        }

        static Position parse(String text) {
            String[] parts = text.split(",", -1);
            return new Position(parts[0], Integer.parseInt(parts[1]), When.valueOf(parts[2]));
        }

        @Override
        public String toString() {
            return step + "," + number + "," + when;
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String at = System.getProperty("kill.at");
        if (at != null || Boolean.getBoolean("kill.log")) {
            Watcher watcher = new Watcher(at == null ? null : Position.parse(at), Boolean.getBoolean("kill.log"));
            context.addBeanFactoryPostProcessor(
                    beans -> replace(beans, "dataSource", CommitWatch.on(beans.getBean(DataSource.class), watcher)));
        }
        String clock = System.getProperty("kill.clock");
        if (clock != null) {
            context.addBeanFactoryPostProcessor(
                    beans -> replace(beans, "clock", Clock.fixed(Instant.parse(clock), ZoneOffset.UTC)));
        }
        Integer chunk = Integer.getInteger("kill.chunk");
        if (chunk != null) {
            context.addBeanFactoryPostProcessor(beans -> {
                Settings settings = beans.getBean(Settings.class);
                Settings small = new Settings(settings.home(), settings.jobs(), settings.database(), chunk);
                replace(beans, "settings", small);
            });
        }
    }

    private static void replace(ConfigurableListableBeanFactory beans, String name, Object other) {
        ((DefaultSingletonBeanRegistry) beans).destroySingleton(name);
        beans.registerSingleton(name, other);
    }

    private static final class Watcher implements CommitWatch.Watcher {

        private final @Nullable Position target;
        private final boolean log;
        private final Map<String, Integer> commits = new HashMap<>();

        Watcher(@Nullable Position target, boolean log) {
            this.target = target;
            this.log = log;
        }

        @Override
        public synchronized void before(String sql) {
            int number = commits.merge(step(), 1, Integer::sum);
            if (log) {
                System.out.println(COMMIT + step() + " " + number + " " + sql.replaceAll("\\s+", " "));
            }
            if (is(number, Position.When.BEFORE)) {
                Runtime.getRuntime().halt(KILLED);
            }
        }

        @Override
        public void after(String sql) {
            int number;
            synchronized (this) {
                number = commits.getOrDefault(step(), 0);
            }
            if (is(number, Position.When.AFTER)) {
                Runtime.getRuntime().halt(KILLED);
            }
            if (is(number, Position.When.WAIT)) {
                System.out.println(REACHED);
                System.out.flush();
                awaitKill();
            }
        }

        private boolean is(int number, Position.When when) {
            return target != null && target.equals(new Position(step(), number, when));
        }

        private static String step() {
            StepContext step = StepSynchronizationManager.getContext();
            return step == null ? "job" : step.getStepExecution().getStepName();
        }

        private static void awaitKill() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
