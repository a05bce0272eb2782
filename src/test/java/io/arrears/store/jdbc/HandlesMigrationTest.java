package io.arrears.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.store.Databases;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The telephones that a ledger had before their digits had a column. */
class HandlesMigrationTest {

    private static final String BORROWER =
            "INSERT INTO borrowers (borrower_id, revision, known_at, import_id, digest, full_name, id_type, id_number, country, phone)"
                    + " VALUES (?, 1, '2026-01-01 00:00:00', 1, ?, 'x', 'x', 'x', 'DE', ?)";
    private static final String CONTACT =
            "INSERT INTO contacts (lender, account_id, contact_id, revision, known_at, import_id, digest, name, relation, phone)"
                    + " VALUES ('x', 'x', ?, 1, '2026-01-01 00:00:00', 1, ?, 'x', 'x', ?)";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void old_rows_have_their_digits(Databases kind) {
        DatabaseSettings settings = kind.fresh(folder);
        DataSource source = new DriverManagerDataSource(settings.url(), settings.user(), settings.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:sql/migration", "classpath:sql/triggers/" + (settings.isMySql() ? "mysql" : "h2"))
                .table("schema_history")
                .target("32")
                .load()
                .migrate();
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.update(BORROWER, "B1", new byte[16], "+86 (138) 0000-0001");
        jdbc.update(BORROWER, "B2", new byte[16], "unknown");
        jdbc.update(BORROWER, "B3", new byte[16], null);
        jdbc.update(CONTACT, "C1", new byte[16], "0049/152 7");
        jdbc.update(CONTACT, "C2", new byte[16], "");

        Database.open(settings, 4).close();

        assertThat(digits(jdbc, "SELECT CONCAT(borrower_id, ' ', COALESCE(phone_digits, 'none')) FROM borrowers"))
                .containsExactlyInAnyOrder("B1 8613800000001", "B2 none", "B3 none");
        assertThat(digits(jdbc, "SELECT CONCAT(contact_id, ' ', COALESCE(phone_digits, 'none')) FROM contacts"))
                .containsExactlyInAnyOrder("C1 00491527", "C2 none");
    }

    private static List<String> digits(JdbcTemplate jdbc, String sql) {
        return jdbc.queryForList(sql, String.class);
    }
}
