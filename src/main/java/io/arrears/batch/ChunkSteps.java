package io.arrears.batch;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;

/**
 * The third shape that a step has: items read, processed and written a chunk at a time, each chunk with its position in one
 * transaction.
 */
final class ChunkSteps {

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;

    ChunkSteps(JobRepository repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.transactions = new WholeChunks(transactions);
    }

    /** A step of chunks of so many items. */
    <I, O> ChunkOrientedStepBuilder<I, O> step(String name, int chunk) {
        return new StepBuilder(name, repository).<I, O>chunk(chunk).transactionManager(transactions);
    }

    /**
     * Transactions of which none ends as if it were committed when it is not: a chunk that somebody marked to be rolled back, and let
     * pass, is dropped by Spring Batch without a word, and its step completes (spring-batch #5509).
     */
    private record WholeChunks(PlatformTransactionManager real) implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            boolean dropped = status.isRollbackOnly();
            real.commit(status);
            if (dropped) {
                throw new UnexpectedRollbackException(
                        "a chunk was marked to be rolled back, and nothing told why; what it held is not written");
            }
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }
}
