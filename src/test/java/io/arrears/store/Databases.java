package io.arrears.store;

import com.github.dockerjava.api.model.ContainerNetwork;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.arrears.store.jdbc.Database;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.mysql.MySQLContainer;

/** The databases that store and batch tests run on: embedded H2 always, a real MySQL when there is a Docker engine. */
public enum Databases {
    H2 {
        @Override
        public DatabaseSettings fresh(Path folder) {
            return DatabaseSettings.embedded(folder.resolve("db").resolve("arrears"));
        }

        @Override
        public DatabaseSettings copy(DatabaseSettings closed, Path folder) {
            Path from = Path.of(closed.url().replaceFirst("^jdbc:h2:file:([^;]+).*$", "$1.mv.db"));
            try {
                Files.createDirectories(folder.resolve("db"));
                Files.copy(from, folder.resolve("db").resolve("arrears.mv.db"), StandardCopyOption.REPLACE_EXISTING);
                return fresh(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void drop(DatabaseSettings database) {
            // it goes with its folder
        }

        @Override
        public HikariDataSource pool(DatabaseSettings database) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(database.url());
            config.setUsername(database.user());
            config.setMaximumPoolSize(40);
            config.setMinimumIdle(0);
            config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
            return new HikariDataSource(config);
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

        /** Without its triggers and foreign keys. */
        @Override
        public DatabaseSettings copy(DatabaseSettings closed, Path folder) {
            DatabaseSettings copy = fresh(folder);
            String from = name(closed);
            SingleConnectionDataSource connection =
                    new SingleConnectionDataSource(copy.url(), copy.user(), copy.password(), true);
            try {
                JdbcTemplate jdbc = new JdbcTemplate(connection);
                jdbc.queryForList(
                                "SELECT table_name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE'",
                                String.class,
                                from)
                        .forEach(table -> {
                            jdbc.execute("CREATE TABLE `" + table + "` LIKE `" + from + "`.`" + table + "`");
                            jdbc.execute("INSERT INTO `" + table + "` SELECT * FROM `" + from + "`.`" + table + "`");
                        });
            } finally {
                connection.destroy();
            }
            return copy;
        }

        @Override
        public void drop(DatabaseSettings database) {
            new JdbcTemplate(new DriverManagerDataSource(database.url(), database.user(), database.password()))
                    .execute("DROP DATABASE " + name(database));
        }

        private static String name(DatabaseSettings database) {
            return database.url().replaceFirst("^.*/([^/?]+)\\?.*$", "$1");
        }
    };

    private static final String PASSWORD = "test";
    private static final boolean ENGINE = engine();

    /** A database of its own for one test. */
    public abstract DatabaseSettings fresh(Path folder);

    /** Another database with what this one holds, which nobody has open; {@code folder} is its own. */
    public abstract DatabaseSettings copy(DatabaseSettings closed, Path folder);

    public abstract void drop(DatabaseSettings database);

    /** A pool onto a database whose tables are there. */
    public HikariDataSource pool(DatabaseSettings database) {
        return Database.open(database, 40);
    }

    /** For {@code @MethodSource}: all databases of this machine. */
    public static Stream<Databases> available() {
        return ENGINE ? Stream.of(H2, MYSQL) : Stream.of(H2);
    }

    public static boolean hasMySql() {
        return ENGINE;
    }

    /** The same database at an address of this host, as a program is told of it that asks others for TLS. */
    public static DatabaseSettings onThisHost(DatabaseSettings database) {
        if (!database.url().startsWith("jdbc:mysql:")) {
            return database;
        }
        String url = database.url().replace("//" + Server.ADDRESS + "/", "//" + Server.forwarded() + "/");
        return new DatabaseSettings(url, database.user(), database.password());
    }

    /** A file for the MySQL server to read. */
    static void give(String path, String text) {
        Server.CONTAINER.copyFileToContainer(Transferable.of(text), path);
    }

    private static boolean engine() {
        boolean engine = DockerClientFactory.instance().isDockerAvailable();
        if (!engine) {
            System.out.println("MySQL tests are skipped: no Docker engine answers");
        }
        return engine;
    }

    private static String url(String database) {
        return "jdbc:mysql://" + Server.ADDRESS + "/" + database + "?useSSL=false&allowPublicKeyRetrieval=true";
    }

    /** One server for the whole test run, in memory; it goes with the JVM, and what tests kill is never the server. */
    private static final class Server {
        static final MySQLContainer CONTAINER = new MySQLContainer("mysql:9.7")
                .withUsername("root")
                .withPassword(PASSWORD)
                .withTmpFs(Map.of("/var/lib/mysql", "rw"))
                .withCommand(
                        "--log-bin-trust-function-creators=1",
                        "--innodb-buffer-pool-size=512M",
                        "--innodb-doublewrite=OFF",
                        "--innodb-flush-method=nosync",
                        "--innodb-flush-log-at-trx-commit=0");

        static final String ADDRESS;

        static {
            CONTAINER.start();
            Runtime.getRuntime().addShutdownHook(new Thread(CONTAINER::stop));
            ADDRESS = address();
        }

        /** Where the engine forwards to it. */
        static String forwarded() {
            return CONTAINER.getHost() + ":" + CONTAINER.getMappedPort(MySQLContainer.MYSQL_PORT);
        }

        /** The container's own address where it is reached: forwarding costs each statement a third of its time. */
        private static String address() {
            String own = CONTAINER.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                    .map(ContainerNetwork::getIpAddress)
                    .findFirst()
                    .orElse("");
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(own, MySQLContainer.MYSQL_PORT), 200);
                return own + ":" + MySQLContainer.MYSQL_PORT;
            } catch (IOException e) {
                return forwarded();
            }
        }
    }
}
