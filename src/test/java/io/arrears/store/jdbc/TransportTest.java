package io.arrears.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is not on this host for certain has to prove who it is. */
class TransportTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:mysql://localhost/x                              | on this host",
                "jdbc:mysql://LocalHost:3307/x                         | on this host",
                "jdbc:mysql://127.0.0.1/x                              | on this host",
                "jdbc:mysql://127.8.9.10:3306/x                        | on this host",
                "jdbc:mysql://[::1]:3306/x                             | on this host",
                "jdbc:mysql://[0:0:0:0:0:0:0:1]/x                      | on this host",
                "jdbc:mysql://[::ffff:127.0.0.1]/x                     | on this host",
                "jdbc:mysql:///x                                       | on this host",
                "jdbc:mysql://ann:secret@localhost/x                   | on this host",
                "jdbc:mysql://localhost:1,127.0.0.1:2/x                | on this host",
                "jdbc:mysql://address=(host=localhost)(port=3306)/x    | on this host",
                "jdbc:mysql:replication://localhost:1,localhost:2/x    | on this host",
                "jdbc:mysql://localhost/x?sslMode=DISABLED             | not encrypted",
                "jdbc:mysql://db/x                                     | verified",
                "jdbc:mysql://db                                       | verified",
                "jdbc:mysql://DB.EXAMPLE:3307/x                        | verified",
                "jdbc:mysql://10.0.0.7/x?connectTimeout=5000           | verified",
                "jdbc:mysql://[2001:db8::7]:3306/x                     | verified",
                "jdbc:mysql://[::2]/x                                  | verified",
                "jdbc:mysql://::1/x                                    | verified",
                "jdbc:mysql://ann:secret@db/x                          | verified",
                "jdbc:mysql://localhost,db/x                           | verified",
                "jdbc:mysql://(host=localhost,port=1),(host=db)/x      | verified",
                "jdbc:mysql://address=(host=db)(port=3306)/x           | verified",
                "jdbc:mysql:loadbalance://localhost,db/x               | verified",
                "jdbc:mysql:replication://localhost,db/x               | verified",
                "jdbc:mysql://localhost.example/x                      | verified",
                "jdbc:mysql://localhost./x                             | verified",
                "jdbc:mysql://localhost@db/x                           | verified",
                "jdbc:mysql://127.0.0.1.example/x                      | verified",
                "jdbc:mysql://127.1/x                                  | verified",
                "jdbc:mysql://2130706433/x                             | verified",
                "jdbc:mysql://0.0.0.0/x                                | verified",
                "jdbc:mysql://db/localhost                             | verified",
                "jdbc:mysql://db/x?sslMode=verify_identity             | verified",
                "jdbc:mysql://address=(protocol=pipe)(path=x)/x        | verified",
                "jdbc:mysql://localhost/x?socketFactory=a.Factory      | verified",
                "jdbc:mysql://localhost/x?socksProxyHost=db            | verified"
            })
    void a_host_is_verified_unless_it_is_this_one_for_certain(String url, String meaning) {
        String secured = Transport.secured(url, null, null);
        assertThat(Transport.meaning(secured)).contains(meaning);
        assertThat(secured).startsWith(url);
        assertThat(secured.equals(url)).isEqualTo(!meaning.equals("verified"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verify  | jdbc:mysql://db/x        | are verified",
                "Verify  | jdbc:mysql://localhost/x | are verified",
                "encrypt | jdbc:mysql://db/x        | encrypted, but the server is not verified",
                "off     | jdbc:mysql://db/x?a=b    | not encrypted",
                "OFF     | jdbc:mysql://localhost/x | not encrypted"
            })
    void the_setting_says_otherwise(String setting, String url, String meaning) {
        assertThat(new DatabaseSettings(Transport.secured(url, setting, null), "ann", "secret").transport())
                .startsWith("MySQL, ")
                .contains(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yes     | jdbc:mysql://db/x                                         | expected verify, encrypt or off, found 'yes'",
                "VERIFY_CA | jdbc:mysql://localhost/x                                | expected verify, encrypt or off",
                "        | jdbc:mysql://ann:secret@db/x?sslMode=DISABLED             | sslMode=DISABLED",
                "        | jdbc:mysql://db/x?sslMode=PREFERRED                       | sslMode=PREFERRED",
                "        | jdbc:mysql://db/x?sslMode=VERIFY_CA                       | sslMode=VERIFY_CA",
                "        | jdbc:mysql://db/x?sslmode=disabled&password=secret        | sslmode=disabled",
                "        | jdbc:mysql://db/x?%73slMode=DISABLED                      | sslMode=DISABLED",
                "        | jdbc:mysql://db/x?useSSL=false                            | useSSL=false",
                "        | jdbc:mysql://db/x?USESSL=true                             | USESSL=true",
                "        | jdbc:mysql://db/x?requireSSL=false                        | requireSSL=false",
                "        | jdbc:mysql://db/x?verifyServerCertificate=false           | verifyServerCertificate=false",
                "        | jdbc:mysql://address=(host=db)(sslMode=DISABLED)/x        | sslMode=DISABLED",
                "        | jdbc:mysql://localhost,address=(host=db)(useSSL=false)/x  | useSSL=false",
                "encrypt | jdbc:mysql://db/x?sslMode=DISABLED                        | sslMode=DISABLED",
                "off     | jdbc:mysql://db/x?sslMode=REQUIRED                        | sslMode=REQUIRED",
                "        | jdbc:mysql://db/x#secret                                  | cannot be understood",
                "        | jdbc:mysql://db/x?a=b#secret                              | cannot be understood",
                "        | jdbc:mysql:secret                                         | cannot be understood",
                "        | jdbc:mysql:loadbalance+srv://ann:secret@db/x              | cannot be understood",
                "        | jdbc:mysql://ann:secret@db:secret/x                       | cannot be understood"
            })
    void what_is_weaker_or_not_understood_is_refused_and_shows_no_password(String setting, String url, String message) {
        assertThatThrownBy(() -> Transport.secured(url, setting, null))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.exitCode().code()).isEqualTo(2))
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void a_ca_that_is_no_certificate_is_refused(String text) throws IOException {
        Path pem = Files.writeString(folder.resolve("ca.pem"), text);
        assertThatThrownBy(() -> Transport.secured("jdbc:mysql://db/x", null, pem))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.exitCode().code()).isEqualTo(2))
                .hasMessage("ARREARS_DB_CA: " + pem
                        + " is no certificate; expected PEM, which begins with -----BEGIN CERTIFICATE-----");
    }

    @Test
    void a_ca_that_is_not_there_or_of_no_use_is_refused() {
        Path missing = folder.resolve("ca.pem");
        assertThatThrownBy(() -> Transport.secured("jdbc:mysql://db/x", null, missing))
                .hasMessage("ARREARS_DB_CA: " + missing + " cannot be read");
        assertThatThrownBy(() -> Transport.secured("jdbc:mysql://db/x", "encrypt", missing))
                .hasMessageContaining("leave one of them out");
    }
}
