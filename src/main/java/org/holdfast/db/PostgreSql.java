package org.holdfast.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What a PostgreSQL has to be like, and what to do when it is not. */
final class PostgreSql {
    /** The oldest that its makers still mend. */
    static final int LEAST_VERSION = 14;

    private static final Map<String, String> REASONS = Map.of(
            "28P01", "the password is wrong: see holdfast.database.password",
            "28000", "it does not let this user in: see its pg_hba.conf, and holdfast.database.user",
            "3D000", "there is no such database: make it with CREATE DATABASE",
            "53300", "it has no connection left: raise its max_connections, or lower holdfast.pool.size",
            "57P03", "it is still starting, or shutting down: start Holdfast when it is up");

    private PostgreSql() {}

    /** Waits for an answer as long as it takes: a migration, or the next notification. */
    static DataSource at(DatabaseAddress address) {
        return at(address, Duration.ZERO);
    }

    /**
     * Not by way of DriverManager, which would give the driver that a server carries itself.
     *
     * @param most how long an answer is waited for at most, unless the address says so; 0: as long as it takes. A machine that is gone without
     *     a word would otherwise be waited for until the operating system gives up, a quarter of an hour or never
     */
    static DataSource at(DatabaseAddress address, Duration most) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setTcpKeepAlive(true);
        source.setSocketTimeout((int) most.toSeconds());
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName("holdfast");
        return source;
    }

    /** Why the database can't be reached, for an operator. */
    static String reason(DatabaseAddress address, Throwable unopened) {
        String why = "it does not answer: is it running there, and is holdfast.database.url right?";
        Throwable last = unopened;
        for (Throwable cause = unopened; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) why = REASONS.getOrDefault(sql.getSQLState(), why);
            last = cause;
        }
        return "The database " + address + " can't be used: " + why + " (" + last.getMessage() + ")";
    }

    /** Throws {@link Unusable} when it would not keep what Holdfast promises. */
    static void check(Connection connection, int leastVersion) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < leastVersion)
            throw new Unusable("PostgreSQL " + version + " is too old: Holdfast needs " + leastVersion + " or newer");
        checkPromise(connection);
        check(
                "transaction_isolation is " + shown(connection, "transaction_isolation"),
                connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED,
                "let the data source and default_transaction_isolation have \"read committed\"");
        check(
                "the database is read-only",
                shown(connection, "transaction_read_only").equals("off"),
                "name the primary, not a standby");
        check(
                "the encoding is " + shown(connection, "server_encoding"),
                shown(connection, "server_encoding").equals("UTF8"),
                "make the database with ENCODING 'UTF8'");
    }

    /** With these off, PostgreSQL says that a commit is done before it is: a power cut would take acknowledged messages. */
    private static void checkPromise(Connection connection) throws SQLException {
        for (String setting : List.of("synchronous_commit", "fsync"))
            check(
                    setting + " is off",
                    !shown(connection, setting).equals("off"),
                    "with it acknowledged messages could be lost; switch it on for this database and user");
    }

    private static void check(String fault, boolean isGood, String remedy) {
        if (!isGood) throw new Unusable("The PostgreSQL database can't be used, since " + fault + ": " + remedy);
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
