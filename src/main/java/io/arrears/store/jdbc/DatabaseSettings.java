package io.arrears.store.jdbc;

import java.nio.file.Path;

/** Where the ledger lives: any MySQL 8.4+ URL, or an embedded H2 file for evaluation and small books. */
public record DatabaseSettings(String url, String user, String password) {

    /** An embedded database in a file; {@code WRITE_DELAY=0}, since otherwise a kill loses commits. */
    public static DatabaseSettings embedded(Path file) {
        return new DatabaseSettings(
                "jdbc:h2:file:" + file.toAbsolutePath()
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0"
                        + ";LOCK_TIMEOUT=60000;DB_CLOSE_ON_EXIT=FALSE"
                        + ";DATABASE_EVENT_LISTENER='" + LostDisk.class.getName() + "'",
                "arrears",
                "");
    }

    public boolean isMySql() {
        return url.startsWith("jdbc:mysql:");
    }

    /** Where it is and who can listen on the way there, for people. */
    public String transport() {
        return isMySql() ? "MySQL, " + Transport.meaning(url) : "embedded, no network";
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + (isMySql() ? "mysql" : "h2") + "]";
    }
}
