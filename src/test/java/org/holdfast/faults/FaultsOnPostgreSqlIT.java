package org.holdfast.faults;

import java.util.stream.Stream;
import org.holdfast.db.RealPostgreSql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same few schedules as {@link FaultsIT}, on PostgreSQL; with {@code -Dfaults.postgresql.schedules=100} more. */
class FaultsOnPostgreSqlIT {
    private static final Theatre THEATRE = new Theatre(
            "FaultsOnPostgreSqlIT", "faults.postgresql", () -> FaultServer.on(RealPostgreSql.schema("faults")));

    @AfterAll
    static void stop() {
        THEATRE.close();
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLostDoubledReorderedForeignOrSkipped() {
        return THEATRE.schedules();
    }
}
