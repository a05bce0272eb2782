package io.arrears.batch;

import org.springframework.batch.core.configuration.BatchConfigurationException;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** Spring Batch as Arrears uses it: its tables beside the data's, and positions that are those of the data. */
@Configuration(proxyBeanMethods = false)
class Foundation extends JdbcDefaultBatchConfiguration {

    /** SERIALIZABLE, the default, deadlocks on MySQL when two lenders start side by side. */
    private static final Isolation CREATING = Isolation.READ_COMMITTED;

    @Bean
    @Override
    public JobRepository jobRepository() {
        try {
            return CommittedPositions.in(getDataSource(), getTransactionManager(), CREATING);
        } catch (Exception e) { // a factory bean of Spring declares no less
            throw new BatchConfigurationException("the job repository cannot be made", e);
        }
    }

    @Bean
    ChunkSteps chunkSteps(JobRepository repository, PlatformTransactionManager transactions) {
        return new ChunkSteps(repository, transactions);
    }
}
