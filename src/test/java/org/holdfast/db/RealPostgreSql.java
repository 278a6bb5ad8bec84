package org.holdfast.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Jdbi;

/** One PostgreSQL for all tests of a process; it ends with the process. */
public final class RealPostgreSql {
    private static EmbeddedPostgres server;

    private RealPostgreSql() {}

    /** A schema of its own for a folder; the same for the same. */
    public static DatabaseAddress schema(Path folder) {
        return schema("of_" + Integer.toHexString(folder.toString().hashCode()));
    }

    public static DatabaseAddress schema(String name) {
        execute("CREATE SCHEMA IF NOT EXISTS " + name);
        return new DatabaseAddress(url("postgres") + "?currentSchema=" + name, "postgres", "");
    }

    public static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server().getPort() + "/" + database;
    }

    /** As its administrator. */
    public static void execute(String sql) {
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Has a user say a password, which nobody has to say otherwise. */
    public static void lock(String user, String password) {
        execute("DROP ROLE IF EXISTS " + user);
        execute("CREATE ROLE " + user + " LOGIN PASSWORD '" + password + "'");
        try {
            Path file = Path.of(shown("hba_file"));
            Files.writeString(file, "host all " + user + " all scram-sha-256\n" + Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute("SELECT pg_reload_conf()");
    }

    private static String shown(String setting) {
        return Jdbi.create(server().getPostgresDatabase())
                .withHandle(handle -> handle.createQuery("SHOW " + setting)
                        .mapTo(String.class)
                        .one());
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) server = start();
        return server;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "400")
                    // This library switches them off; Holdfast refuses that.
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
