package org.holdfast.db;

import java.nio.file.Path;
import java.time.Duration;

/** The database that a test runs on: H2 in its folder; with {@code -Dholdfast.test.database=postgresql} a schema of a real PostgreSQL, by its folder. */
public final class TestDatabase {
    private static final boolean IS_POSTGRESQL = "postgresql".equals(System.getProperty("holdfast.test.database"));

    private TestDatabase() {}

    public static Database open(Path folder, int connections) {
        if (IS_POSTGRESQL)
            return Database.postgreSql(RealPostgreSql.schema(folder), connections, Duration.ofSeconds(30));
        return Database.embedded(DataFolder.at(folder.toString()), connections);
    }
}
