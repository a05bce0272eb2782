package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.store.jdbc.DatabaseSettings;
import io.arrears.store.jdbc.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings as the environment gives them. */
final class Environment {

    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    static Settings settings() {
        return new Environment(System.getenv()).read();
    }

    Settings read() {
        Home home = new Home(Path.of(get("ARREARS_HOME", "arrears-data")));
        String url = variables.get("ARREARS_DB_URL");
        DatabaseSettings database = url == null || url.isBlank()
                ? DatabaseSettings.embedded(home.database())
                : new DatabaseSettings(supported(url), get("ARREARS_DB_USER", "arrears"), password());
        return new Settings(home, Path.of(get("ARREARS_JOBS", "jobs")), database);
    }

    private String supported(String url) {
        if (!url.startsWith("jdbc:mysql:") && !url.startsWith("jdbc:h2:")) {
            throw new Refused(
                    ExitCode.USAGE,
                    "ARREARS_DB_URL: expected jdbc:mysql://HOST/DATABASE; other databases are not supported");
        }
        String tls = get("ARREARS_DB_TLS", "");
        String ca = get("ARREARS_DB_CA", "");
        return url.startsWith("jdbc:mysql:")
                ? Transport.secured(url, tls.isEmpty() ? null : tls, ca.isEmpty() ? null : Path.of(ca))
                : url;
    }

    private String password() {
        String file = variables.get("ARREARS_DB_PASSWORD_FILE");
        if (file == null || file.isBlank()) {
            return get("ARREARS_DB_PASSWORD", "");
        }
        try {
            requirePrivate(Path.of(file));
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new Refused(ExitCode.USAGE, "ARREARS_DB_PASSWORD_FILE: " + file + " cannot be read");
        }
    }

    /** Of a link that which it leads to; a file system without such permissions is its owner's affair. */
    private static void requirePrivate(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)
                && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw new Refused(
                    ExitCode.USAGE,
                    "ARREARS_DB_PASSWORD_FILE: others than its owner may read or change " + file + "; 'chmod 600 "
                            + file + "', and change the password if anybody could read it");
        }
    }

    private String get(String name, String otherwise) {
        @Nullable String value = variables.get(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
