package io.arrears.batch;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Transactions that are rolled back instead of committed from a chosen one on, as when the database is lost. */
final class FailingCommits implements PlatformTransactionManager {

    private final JdbcTransactionManager real;
    private int left = Integer.MAX_VALUE;
    private boolean once;

    FailingCommits(JdbcTransactionManager real) {
        this.real = real;
    }

    /** So many more commits succeed, and none after them. */
    void failAfter(int commits) {
        left = commits;
        once = false;
    }

    /** So many more commits succeed; then one does not. */
    void failOnceAfter(int commits) {
        left = commits;
        once = true;
    }

    void mend() {
        left = Integer.MAX_VALUE;
    }

    @Override
    public TransactionStatus getTransaction(TransactionDefinition definition) {
        return real.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
        if (status.isNewTransaction() && left-- <= 0) {
            real.rollback(status);
            left = once ? Integer.MAX_VALUE : 0;
            throw new IllegalStateException("the database is lost");
        }
        real.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        real.rollback(status);
    }
}
