package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.arrears.store.Databases;
import io.arrears.store.jdbc.Database;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A chunk that is not committed fails its step, whoever swallowed why. */
class ChunkStepsTest {

    @TempDir
    Path folder;

    /** Who marks the chunk of "b", or the empty one behind the last, and tells nobody. */
    private enum Swallowing {
        WRITER,
        READER_AT_ITS_END
    }

    static Stream<Arguments> swallowing() {
        return Databases.available()
                .flatMap(kind -> Stream.of(Swallowing.values()).map(who -> Arguments.of(kind, who)));
    }

    @ParameterizedTest
    @MethodSource("swallowing")
    void a_chunk_marked_to_be_rolled_back_without_an_exception_fails_its_step(Databases kind, Swallowing who)
            throws Exception {
        try (HikariDataSource pool = Database.open(kind.fresh(folder), 4);
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean("dataSource", DataSource.class, () -> pool);
            context.registerBean(
                    "transactionManager", PlatformTransactionManager.class, () -> new JdbcTransactionManager(pool));
            context.register(Foundation.class);
            context.refresh();
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            TransactionTemplate inner = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
            Iterator<String> items = List.of("a", "b", "c").iterator();
            ItemReader<String> reader = () -> {
                if (who == Swallowing.READER_AT_ITS_END && !items.hasNext()) {
                    swallow(inner);
                }
                return items.hasNext() ? items.next() : null;
            };
            ItemWriter<String> writer = chunk -> {
                jdbc.update(
                        "INSERT INTO lenders (lender) VALUES (?)",
                        chunk.getItems().get(0));
                if (who == Swallowing.WRITER && chunk.getItems().contains("b")) {
                    swallow(inner);
                }
            };
            Step step = context.getBean(ChunkSteps.class)
                    .<String, String>step("marked", 1)
                    .reader(reader)
                    .writer(writer)
                    .build();
            JobExecution ended = context.getBean(JobOperator.class)
                    .start(
                            new JobBuilder("marked", context.getBean(JobRepository.class))
                                    .start(step)
                                    .build(),
                            new JobParameters());
            assertThat(ended.getStatus()).isEqualTo(BatchStatus.FAILED);
            assertThat(Failure.cause(ended)).isNotNull();
            assertThat(jdbc.queryForList("SELECT lender FROM lenders ORDER BY lender", String.class))
                    .isEqualTo(who == Swallowing.WRITER ? List.of("a") : List.of("a", "b", "c"));
        }
    }

    /** What nothing that a chunk is made of may do. */
    private static void swallow(TransactionTemplate inner) {
        try {
            inner.executeWithoutResult(status -> {
                throw new IllegalStateException("inside");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("inside");
        }
    }
}
