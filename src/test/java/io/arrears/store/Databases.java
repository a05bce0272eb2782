package io.arrears.store;

import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/** The databases that store and batch tests run on: embedded H2 always, a real MySQL when there is a Docker engine. */
public enum Databases {
    H2 {
        @Override
        public DatabaseSettings fresh(Path folder) {
            return DatabaseSettings.embedded(folder.resolve("db").resolve("arrears"));
        }
    },
    MYSQL {
        @Override
        public DatabaseSettings fresh(Path folder) {
            String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
            try (var connection = java.sql.DriverManager.getConnection(url(""), "root", PASSWORD);
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            return new DatabaseSettings(url(name), "root", PASSWORD);
        }
    };

    private static final String PASSWORD = "test";
    private static final boolean ENGINE = engine();

    /** A database of its own for one test. */
    public abstract DatabaseSettings fresh(Path folder);

    /** For {@code @MethodSource}: all databases of this machine. */
    public static Stream<Databases> available() {
        return ENGINE ? Stream.of(H2, MYSQL) : Stream.of(H2);
    }

    public static boolean hasMySql() {
        return ENGINE;
    }

    private static boolean engine() {
        boolean engine = DockerClientFactory.instance().isDockerAvailable();
        if (!engine) {
            System.out.println("MySQL tests are skipped: no Docker engine answers");
        }
        return engine;
    }

    private static String url(String database) {
        return "jdbc:mysql://" + Server.CONTAINER.getHost() + ":" + Server.CONTAINER.getMappedPort(3306) + "/"
                + database + "?useSSL=false&allowPublicKeyRetrieval=true";
    }

    /** One server for the whole test run; it goes with the JVM. */
    private static final class Server {
        static final MySQLContainer CONTAINER = new MySQLContainer("mysql:9.7")
                .withUsername("root")
                .withPassword(PASSWORD)
                .withCommand("--log-bin-trust-function-creators=1", "--innodb-buffer-pool-size=512M");

        static {
            CONTAINER.start();
            Runtime.getRuntime().addShutdownHook(new Thread(CONTAINER::stop));
        }
    }
}
