package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "rwx------"})
    void a_password_file_of_its_owner_alone_is_read(String permissions) throws IOException {
        assertThat(read(passwordFile(permissions)).password()).isEqualTo("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw-r--r--", "rwxrwxrwx", "rw---x---"})
    void a_password_file_that_others_can_use_is_refused_with_the_command_that_mends_it(String permissions)
            throws IOException {
        Path file = passwordFile(permissions);
        assertRefused(file, "chmod 600 " + file);
    }

    @Test
    void a_link_to_a_password_file_is_judged_by_that_file() throws IOException {
        Path open = Files.createSymbolicLink(folder.resolve("open"), passwordFile("rw-r--r--"));
        assertRefused(open, "chmod 600 " + open);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-------"));
        assertThat(read(open).password()).isEqualTo("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                | MySQL, encrypted, the server's name and certificate are verified",
                "verify          | MySQL, encrypted, the server's name and certificate are verified",
                "encrypt         | MySQL, encrypted, but the server is not verified",
                "off             | MySQL, not encrypted"
            })
    void another_host_is_verified_unless_the_setting_says_otherwise(String tls, String transport) {
        Map<String, String> variables = new HashMap<>(Map.of("ARREARS_DB_URL", "jdbc:mysql://db.example/arrears"));
        if (tls != null) {
            variables.put("ARREARS_DB_TLS", tls);
        }
        assertThat(new Environment(variables).read().database().transport()).isEqualTo(transport);
    }

    private DatabaseSettings read(Path passwordFile) {
        return new Environment(Map.of(
                        "ARREARS_DB_URL",
                        "jdbc:mysql://localhost/x",
                        "ARREARS_DB_PASSWORD_FILE",
                        passwordFile.toString()))
                .read()
                .database();
    }

    private void assertRefused(Path passwordFile, String message) {
        assertThatThrownBy(() -> read(passwordFile))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
    }

    private Path passwordFile(String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "secret\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
