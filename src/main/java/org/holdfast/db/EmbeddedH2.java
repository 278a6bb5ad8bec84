package org.holdfast.db;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/** H2 in the process, in the data folder. */
final class EmbeddedH2 {
    private EmbeddedH2() {}

    static HikariConfig pool(DataFolder folder) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source(folder));
        config.setExceptionOverride(new BrokenH2());
        return config;
    }

    /** A data source, not an address for DriverManager, which would give the driver that a server carries itself. */
    private static DataSource source(DataFolder folder) {
        JdbcDataSource h2 = new JdbcDataSource();
        // WRITE_DELAY: H2's default loses acknowledged commits when the process is killed.
        // DB_CLOSE_ON_EXIT: H2's shutdown hook would close the database under a drain.
        h2.setURL("jdbc:h2:file:" + folder.path().resolve("holdfast") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        h2.setUser("holdfast");
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
