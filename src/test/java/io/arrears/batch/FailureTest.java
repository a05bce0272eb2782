package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What is told of a failed execution: a line, and a trace only where the program itself may be wrong. */
class FailureTest {

    private static final String TIMED_OUT = "arrears - Connection is not available, request timed out after 30000ms";

    static Stream<SQLException> interferences() {
        return Stream.of(
                new SQLTransientConnectionException(TIMED_OUT),
                new SQLNonTransientConnectionException("No operations allowed after connection closed"),
                new SQLTransactionRollbackException("Deadlock found"),
                new BatchUpdateException("Deadlock found", "40001", 1213, new int[0]),
                new SQLException("Query execution was interrupted", "70100", 1317));
    }

    @ParameterizedTest
    @MethodSource("interferences")
    void a_database_that_is_lost_slow_or_stops_us_is_told_in_a_line_without_a_trace(SQLException said) {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();

        String told = told(new IllegalStateException("a step", said), logged);

        assertThat(told).isEqualTo("the database: " + said.getMessage());
        assertThat(logged.list).isEmpty();
    }

    @Test
    void a_statement_that_is_wrong_keeps_its_trace() {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();

        told(new IllegalStateException("a step", new SQLSyntaxErrorException("no such column", "42S22")), logged);

        assertThat(logged.list).hasSize(1);
    }

    private static String told(Throwable failure, ListAppender<ILoggingEvent> logged) {
        Logger logger = (Logger) LoggerFactory.getLogger(Failure.class);
        logged.start();
        logger.setAdditive(false);
        logger.addAppender(logged);
        try {
            return Failure.told("run 1", failure);
        } finally {
            logger.detachAppender(logged);
            logger.setAdditive(true);
        }
    }
}
