package org.holdfast.faults;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Schedules of mishaps, each decided by its seed. {@code mvn verify} plays a few that are always the same, {@code mvn -Pfaults verify
 * -Dfaults.schedules=1000} as many as it is told, from {@code -Dfaults.seed} on.
 */
class FaultsIT {
    private static final Theatre THEATRE = new Theatre("FaultsIT", "faults", FaultServer::embedded);

    @AfterAll
    static void stop() {
        THEATRE.close();
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLostDoubledReorderedForeignOrSkipped() {
        return THEATRE.schedules();
    }
}
