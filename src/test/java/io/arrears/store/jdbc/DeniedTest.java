package io.arrears.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.Refused;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.EmptyResultDataAccessException;

/** What a user is told when the database is lost: one line, whoever noticed it. */
class DeniedTest {

    private static final String NEXT = "; 'arrears status' tells what is left to do";

    @Test
    void the_drivers_own_words_are_told() {
        assertLost(new IllegalStateException(new SQLException("gone away")), "the database failed: gone away" + NEXT);
    }

    /** A sequence of Spring Batch whose commit MySQL refuses is told without the driver's exception. */
    @Test
    void a_failed_resource_without_a_cause_is_told_in_its_own_words() {
        assertLost(
                new DataAccessResourceFailureException("Unable to commit new sequence value changes for S"),
                "the database failed: Unable to commit new sequence value changes for S" + NEXT);
    }

    @Test
    void a_wrong_answer_of_ours_is_no_failure_of_the_database() {
        assertThat(Denied.orLost(new EmptyResultDataAccessException(1))).isEmpty();
    }

    private static void assertLost(RuntimeException failure, String message) {
        Refused told = Denied.orLost(failure).orElseThrow();
        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(told).hasMessage(message);
    }
}
