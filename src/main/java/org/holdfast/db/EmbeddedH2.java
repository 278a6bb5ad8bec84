package org.holdfast.db;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/** H2 in the process, in the data folder. */
final class EmbeddedH2 {
    private static final String NAME = "holdfast";

    private EmbeddedH2() {}

    static HikariConfig pool(DataFolder folder) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source(folder));
        config.setExceptionOverride(new BrokenH2());
        return config;
    }

    private static DataSource source(DataFolder folder) {
        // WRITE_DELAY: H2's default loses acknowledged commits when the process is killed.
        // DB_CLOSE_ON_EXIT: H2's shutdown hook would close the database under a drain.
        return source(folder, ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    }

    /** One that no server uses, to be read only. Throws {@link Unusable}. */
    static Connection unchanged(DataFolder folder) {
        if (!Files.exists(folder.path().resolve(NAME + ".mv.db")))
            throw new Unusable("There is no embedded database in " + folder.path());
        try {
            // Lazily: H2 else gathers all rows of an answer first.
            return source(folder, ";ACCESS_MODE_DATA=r;LAZY_QUERY_EXECUTION=1").getConnection();
        } catch (SQLException unopened) {
            throw new Unusable(reason(folder, unopened), unopened);
        }
    }

    /** A data source, not an address for DriverManager, which would give the driver that a server carries itself. */
    private static DataSource source(DataFolder folder, String options) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + folder.path().resolve(NAME) + options);
        h2.setUser(NAME);
        return h2;
    }

    static String reason(DataFolder folder, Throwable unopened) {
        for (Throwable cause = unopened; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return "The data folder " + folder.path() + " is in use by another server: stop it, or name another"
                        + " folder with holdfast.data";
            }
        }
        return "The database in " + folder.path() + " can't be opened: " + unopened.getMessage();
    }
}
