package io.arrears.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.store.jdbc.Database;
import io.arrears.store.jdbc.DatabaseSettings;
import io.arrears.store.jdbc.Transport;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real MySQL proves that it is the one of the URL, or is not talked to. */
class HandshakeTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    @BeforeEach
    void engine() {
        assumeThat(Databases.hasMySql()).isTrue();
    }

    @Test
    void a_server_that_cannot_prove_its_name_is_refused_in_one_line() throws Exception {
        DatabaseSettings local = Databases.onThisHost(Databases.MYSQL.fresh(folder));
        String remote = bare(local).replace("//" + host(local) + ":", "//" + ownAddress() + ":");
        assertThatThrownBy(() -> open(Transport.secured(remote, null, null), local))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED))
                .hasMessageContaining("does not prove that it is the one of ARREARS_DB_URL")
                .hasMessageContaining("ARREARS_DB_CA")
                .hasMessageNotContaining("\n");
        open(Transport.secured(remote, "encrypt", null), local);
    }

    @Test
    void a_server_whose_ca_is_named_is_believed_by_the_names_of_its_certificate_alone() throws Exception {
        DatabaseSettings local = Databases.onThisHost(Databases.MYSQL.fresh(folder));
        Path ca = certify(host(local), local);
        String byName = bare(local);
        open(Transport.secured(byName, null, ca), local);
        assertThatThrownBy(() -> open(Transport.secured(byName, "verify", null), local))
                .hasMessageContaining("does not prove that it is the one");
        String byAddress = byName.replace("//" + host(local) + ":", "//" + ownAddress() + ":");
        assertThatThrownBy(() -> open(Transport.secured(byAddress, null, ca), local))
                .hasMessageContaining("does not prove that it is the one")
                .hasMessageNotContaining("\n");
    }

    private static void open(String url, DatabaseSettings of) {
        Database.open(new DatabaseSettings(url, of.user(), of.password()), 2).close();
    }

    /** A CA of the test's own, and a server that shows a certificate of it from now on. */
    private Path certify(String name, DatabaseSettings server) throws Exception {
        keytool("-alias", "ca", "-dname", "CN=ca", "-ext", "bc:critical=ca:true");
        String kind = name.matches("[0-9.]+") ? "ip:" : "dns:";
        keytool("-alias", "server", "-dname", "CN=server", "-signer", "ca", "-ext", "san=" + kind + name);
        KeyStore keys = KeyStore.getInstance(folder.resolve("keys.p12").toFile(), PASSWORD.toCharArray());
        String ca = pem("CERTIFICATE", keys.getCertificate("ca").getEncoded());
        Databases.give("/tmp/ca.pem", ca);
        Databases.give(
                "/tmp/server.pem",
                pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        Databases.give(
                "/tmp/server-key.pem",
                pem("PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded()));
        JdbcTemplate jdbc =
                new JdbcTemplate(new DriverManagerDataSource(server.url(), server.user(), server.password()));
        for (String statement : List.of(
                "SET GLOBAL ssl_ca = '/tmp/ca.pem'",
                "SET GLOBAL ssl_cert = '/tmp/server.pem'",
                "SET GLOBAL ssl_key = '/tmp/server-key.pem'",
                "ALTER INSTANCE RELOAD TLS")) {
            jdbc.execute(statement);
        }
        return Files.writeString(folder.resolve("ca.pem"), ca);
    }

    private void keytool(String... arguments) throws Exception {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(program.toString(), "-genkeypair", "-keyalg", "RSA"));
        command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString(), "-storepass", PASSWORD));
        command.addAll(List.of(arguments));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }

    private static String bare(DatabaseSettings settings) {
        return settings.url().replaceFirst("\\?.*", "");
    }

    private static String host(DatabaseSettings settings) {
        return settings.url().replaceFirst("^jdbc:mysql://([^:/]+).*$", "$1");
    }

    /** This machine by an address that is not known to be its own. */
    private static String ownAddress() throws Exception {
        String address = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(each -> !each.isLoopbackAddress() && each instanceof java.net.Inet4Address)
                .map(java.net.InetAddress::getHostAddress)
                .findFirst()
                .orElse("");
        assumeThat(address).as("an address that is not the loopback's").isNotEmpty();
        return address;
    }
}
