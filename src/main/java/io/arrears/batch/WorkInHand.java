package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.night.Publisher;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.run.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Whether a run's work folder still holds what its steps committed. Where it does not, nothing can be resumed: what is missing
 * would be a difference of R3 that is none, and on a host that never had the folder a night in a home of its own.
 */
final class WorkInHand {

    private static final String PARTITION = "-range:";

    private final JobRepository repository;
    private final Home home;

    WorkInHand(JobRepository repository, Home home) {
        this.repository = repository;
        this.home = home;
    }

    /**
     * Refuses (2) a night that could not be published in the end: one rename leads from the work folder to {@code out}.
     *
     * @param isReplay whether it is to lie in {@code out/<lender>/replay}
     */
    void requireOneFileSystem(String lender, boolean isReplay) {
        Path out = isReplay ? home.out(lender).resolve("replay") : home.out(lender);
        try {
            if (new WorkFolder(home.work(lender, 0)).isApartFrom(out)) {
                throw new Refused(
                        ExitCode.USAGE,
                        out + " and " + home.root().resolve("work")
                                + " lie on two file systems; a night is published by one rename"
                                + " from one to the other, so mount the whole of ARREARS_HOME instead");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + out, e);
        }
    }

    /** Makes the folder before the run's first step, so that later its absence tells something. */
    void begin(Run run) {
        Home.folder(folder(run).root());
    }

    /**
     * Refuses what cannot be resumed.
     *
     * @throws Refused with this code, the damage and the way out
     */
    void require(Run run, ExitCode code) {
        damage(run).ifPresent(damage -> {
            throw new Refused(code, run + " cannot go on: " + damage);
        });
    }

    /** What is missing, and what to do about it; empty where all is there. */
    Optional<String> damage(Run run) {
        if (run.state() == Run.State.WITHDRAWING) {
            return Optional.empty(); // its work is done and gone
        }
        JobInstance begun = repository.getJobInstance(NightlyJob.NAME, Nights.parameters(run));
        List<JobExecution> executions = begun == null ? List.of() : repository.getJobExecutions(begun);
        if (executions.isEmpty()) {
            return Optional.empty();
        }
        if (Files.isDirectory(Publisher.folder(home, run))) {
            return Optional.empty(); // it is published, or the publisher says whose folder that is
        }
        Path root = folder(run).root();
        if (!Files.isDirectory(root)) {
            return Optional.of("its work folder " + root + " is not here"
                    + (run.state() == Run.State.PUBLISHING ? ", nor " + Publisher.folder(home, run) : "")
                    + ". If another host or ARREARS_HOME has it, 'arrears restart' there. If it is lost, " + anew(run));
        }
        // What is being published is joined and signed: no part is needed any more.
        if (run.state() == Run.State.PUBLISHING) {
            return isLost(run)
                    ? Optional.of(folder(run).out() + " does not hold the manifest that it is publishing (sha256 "
                            + run.manifestDigest() + "). Put it back, then 'arrears restart'; if it is lost, "
                            + anew(run))
                    : Optional.empty();
        }
        return missing(run, executions).map(part -> "the work folder is damaged: " + part + "; " + anew(run));
    }

    /** Whether what a run that is PUBLISHING signed is not here, neither published nor yet to be, so that nothing can roll forward. */
    boolean isLost(Run run) {
        return Files.notExists(Publisher.folder(home, run))
                && !Publisher.isManifest(folder(run).out(), run.manifestDigest());
    }

    private static String anew(Run run) {
        return "'arrears abandon " + run.id() + " --reason WHY', then 'arrears run'";
    }

    /** The first part, in the order of steps, that is not as long as its committed length. */
    private Optional<String> missing(Run run, List<JobExecution> executions) {
        for (StepExecution last : partitions(executions)) {
            if (!last.getExecutionContext().containsKey(Steps.PARTITION)) {
                continue;
            }
            int partition = last.getExecutionContext().getInt(Steps.PARTITION);
            for (Map.Entry<String, Long> part :
                    Parts.committed(last.getExecutionContext()).entrySet()) {
                Path file = folder(run).part(part.getKey(), partition);
                long bytes = bytes(file);
                boolean whole =
                        last.getStatus() == BatchStatus.COMPLETED ? bytes == part.getValue() : bytes >= part.getValue();
                if (!whole) {
                    return Optional.of(file + (bytes < 0 ? " is gone" : " holds " + bytes + " bytes") + ", though "
                            + part.getValue() + " were committed");
                }
            }
        }
        return Optional.empty();
    }

    /** The last execution of each partition, by name. */
    private Collection<StepExecution> partitions(List<JobExecution> executions) {
        return executions.stream()
                .map(JobExecution::getStepExecutions)
                .flatMap(Collection::stream)
                .filter(step -> step.getStepName().contains(PARTITION))
                .collect(Collectors.toMap(
                        StepExecution::getStepName,
                        step -> step,
                        BinaryOperator.maxBy(Comparator.comparingLong(StepExecution::getId)),
                        TreeMap::new))
                .values();
    }

    private static long bytes(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : -1;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    private WorkFolder folder(Run run) {
        return new WorkFolder(home.work(run.lender().name(), run.id()));
    }
}
