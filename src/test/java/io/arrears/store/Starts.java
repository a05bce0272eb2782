package io.arrears.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.store.jdbc.DatabaseSettings;
import io.arrears.store.jdbc.Migrations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One database through its starts, some of them cut; each level of its tables gets rows as soon as it is on record. */
public final class Starts implements AutoCloseable {

    /** After a migration was put on record, in front of whatever comes then. */
    private static final Cut.Place NEXT_LEVEL = (isRecorded, next) -> isRecorded && !Cut.isCommit(next);

    private final DriverManagerDataSource source;
    private final boolean isMySql;
    private final String[] migrations;
    private final Connection keptOpen;
    private int level;
    public final Tables tables;
    public final List<String> repeated = new ArrayList<>();

    /** @param migrations where they are; the program's own when none is named */
    public Starts(DatabaseSettings settings, String... migrations) {
        this.source = new DriverManagerDataSource(settings.url(), settings.user(), settings.password());
        this.isMySql = settings.isMySql();
        this.migrations = migrations;
        this.tables = new Tables(source, isMySql);
        try {
            // an embedded database is closed with its last connection, which takes time
            this.keptOpen = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One start that nothing cuts. */
    public void whole() {
        assertThat(start((isRecorded, next) -> false, true)).isTrue();
    }

    /** Level by level, none of them cut inside. */
    public int levelByLevel() {
        while (!start(NEXT_LEVEL, true)) {
            assertThat(repeated).as("no two migrations make the same").isEmpty();
        }
        return level;
    }

    /** At the n-th place; whether there are so many. */
    public boolean cutAt(int n, boolean kills) {
        int[] left = {n};
        return !start((isRecorded, next) -> left[0]-- == 0, kills);
    }

    /**
     * At each place of a sample once, one place further with every start, killed and failed by turns; and after each level.
     *
     * @param sample which places of which level
     * @return how many starts were cut
     */
    public int cutEverywhere(Sample sample, boolean killsFirst) {
        Set<String> been = new HashSet<>();
        int cuts = 0;
        Cut.Place place = (isRecorded, next) ->
                NEXT_LEVEL.isHere(isRecorded, next) || sample.has(level, next) && been.add(level + next);
        while (!start(place, cuts % 2 == 0 == killsFirst)) {
            cuts++;
        }
        return cuts;
    }

    @FunctionalInterface
    public interface Sample {
        boolean has(int level, String next);
    }

    /** Whether it came to its end. */
    private boolean start(Cut.Place place, boolean kills) {
        Cut cut = new Cut(source, place, kills);
        try {
            Migrations made = migrations.length == 0
                    ? new Migrations(cut, isMySql, repeated::add)
                    : new Migrations(cut, isMySql, repeated::add, migrations);
            made.run();
        } catch (RuntimeException | Cut.Killed e) {
            assertThat(cut.happened()).as("only the cut ends a start: %s", e).isTrue();
        }
        try {
            cut.closeAll();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(cut.faults()).isEmpty();
        if (tables.level() > level) {
            level = tables.level();
            tables.fill();
        }
        return !cut.happened();
    }

    @Override
    public void close() {
        try {
            keptOpen.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
