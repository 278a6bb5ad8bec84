package org.holdfast.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The open database, its tables migrated: embedded H2 or PostgreSQL with a pool of ours, or the server's own pool. */
public final class Database implements AutoCloseable {

    private final Jdbi jdbi;
    private final DataSource kept;
    private final AutoCloseable pool;

    private Database(DataSource dataSource, DataSource kept, AutoCloseable pool) {
        Engine engine = checked(dataSource);
        // Of the patient kind: a table of millions of rows takes its time.
        Migrations.apply(kept);
        this.jdbi = engine.jdbi(Jdbi.create(dataSource));
        this.kept = kept;
        this.pool = pool;
    }

    /** Opens the H2 database in the folder; only one process can. Throws {@link Unusable}. */
    public static Database embedded(DataFolder folder, int connections) {
        HikariConfig config = EmbeddedH2.pool(folder);
        return pooled(config, config.getDataSource(), connections, unopened -> EmbeddedH2.reason(folder, unopened));
    }

    /** @param answer how long one is waited for at most. Throws {@link Unusable}. */
    public static Database postgreSql(DatabaseAddress address, int connections, Duration answer) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(PostgreSql.at(address, answer));
        return pooled(config, PostgreSql.at(address), connections, unopened -> PostgreSql.reason(address, unopened));
    }

    /** Uses a pool that belongs to the server, which also closes it. Throws {@link Unusable}. */
    public static Database of(DataSource dataSource) {
        return new Database(dataSource, dataSource, () -> {});
    }

    /**
     * Moves what the embedded database of a folder holds in here, where nothing is yet; one that was moved before stays as it is. Throws
     * {@link Unusable}.
     */
    public void takeOver(DataFolder folder) {
        if (Engine.of(jdbi) != Engine.POSTGRESQL)
            throw new Unusable("Only into PostgreSQL an embedded database can be moved");
        try (Connection source = EmbeddedH2.unchanged(folder)) {
            Jdbi.create(kept).useTransaction(target -> new Import(folder, source, target.getConnection()).run());
        } catch (SQLException | JdbiException failed) {
            throw new Unusable(
                    "The database in " + folder.path() + " is not moved, and nothing of it: " + failed.getMessage(),
                    failed);
        }
    }

    private static Database pooled(
            HikariConfig config, DataSource kept, int connections, Function<Exception, String> reason) {
        config.setPoolName("holdfast");
        config.setMaximumPoolSize(connections);
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (PoolInitializationException unopened) {
            throw new Unusable(reason.apply(unopened), unopened);
        }
        try {
            return new Database(pool, kept, pool);
        } catch (RuntimeException unusable) {
            pool.close();
            throw unusable;
        }
    }

    private static Engine checked(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Engine engine = Engine.of(connection);
            if (engine == Engine.POSTGRESQL) PostgreSql.check(connection, PostgreSql.LEAST_VERSION);
            return engine;
        } catch (SQLException unanswered) {
            throw new Unusable("The data source does not give a connection: " + unanswered.getMessage(), unanswered);
        }
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** Gives connections that are kept, and wait as long as it takes: not out of a pool of ours. */
    public DataSource kept() {
        return kept;
    }

    /** Where it is. @param folder the server's, in which an embedded one is */
    public Place place(DataFolder folder) {
        return Engine.of(jdbi) == Engine.H2 ? new Witness(folder) : Fingerprint.of(jdbi);
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
}
