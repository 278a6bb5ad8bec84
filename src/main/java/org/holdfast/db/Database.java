package org.holdfast.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The open database, its tables migrated: embedded H2 with a pool of ours, or the server's own pool. */
public final class Database implements AutoCloseable {

    private final Jdbi jdbi;
    private final AutoCloseable pool;

    private Database(DataSource dataSource, AutoCloseable pool) {
        this.jdbi = Jdbi.create(dataSource);
        this.pool = pool;
    }

    /** Opens the H2 database in the folder; only one process can. Throws {@link Unusable}. */
    public static Database embedded(DataFolder folder, int connections) {
        HikariDataSource pool = pool(folder, connections);
        try {
            Migrations.apply(pool);
        } catch (RuntimeException unmigrated) {
            pool.close();
            throw unmigrated;
        }
        return new Database(pool, pool);
    }

    /** Uses a pool that belongs to the server, which also closes it. */
    public static Database of(DataSource dataSource) {
        Migrations.apply(dataSource);
        return new Database(dataSource, () -> {});
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** Whether the database answers at this moment. */
    public boolean answers() {
        try {
            return jdbi.withHandle(handle ->
                    handle.createQuery("SELECT id FROM site").mapTo(Long.class).one() == 1);
        } catch (JdbiException unanswered) {
            // Expected while a database is away; whoever asks says so.
            return false;
        }
    }

    @Override
    public void close() {
        try {
            pool.close();
        } catch (Exception unclosed) {
            throw new Unusable("The connections to the database can't be closed", unclosed);
        }
    }

    private static HikariDataSource pool(DataFolder folder, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("holdfast");
        config.setDataSource(h2(folder));
        config.setMaximumPoolSize(connections);
        config.setExceptionOverride(new BrokenH2());
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException unopened) {
            throw new Unusable(reason(folder, unopened), unopened);
        }
    }

    /** A data source, not an address for DriverManager, which would give the driver that a server carries itself. */
    private static DataSource h2(DataFolder folder) {
        JdbcDataSource h2 = new JdbcDataSource();
        // WRITE_DELAY: H2's default loses acknowledged commits when the process is killed.
        // DB_CLOSE_ON_EXIT: H2's shutdown hook would close the database under a drain.
        h2.setURL("jdbc:h2:file:" + folder.path().resolve("holdfast") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        h2.setUser("holdfast");
        return h2;
    }

    private static String reason(DataFolder folder, Throwable unopened) {
        for (Throwable cause = unopened; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return "The data folder " + folder.path() + " is in use by another server: stop it, or name another"
                        + " folder with holdfast.data";
            }
        }
        return "The database in " + folder.path() + " can't be opened: " + unopened.getMessage();
    }
}
