package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.holdfast.lab.Chromium;
import org.holdfast.lab.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Schedules of mishaps, each decided by its seed. {@code mvn verify} plays a few that are always the same, {@code mvn -Pfaults verify
 * -Dfaults.schedules=1000} as many as it is told, from {@code -Dfaults.seed} on.
 */
class FaultsIT {
    private static final Logger LOG = System.getLogger(FaultsIT.class.getName());

    private static FaultServer server;
    private static Chromium chromium;

    @AfterAll
    static void stop() {
        if (server != null) end();
        if (chromium != null) chromium.close();
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLostDoubledReorderedForeignOrSkipped() {
        return seeds().mapToObj(Schedule::of)
                .map(schedule -> DynamicTest.dynamicTest(schedule.toString(), () -> play(schedule)));
    }

    private static LongStream seeds() {
        var schedules = Long.getLong("faults.schedules", 0);
        var first = Long.getLong("faults.seed", 0);
        return schedules == 0 ? LongStream.of(Schedule.SHORT) : LongStream.range(first, first + schedules);
    }

    private static void play(Schedule schedule) {
        try {
            if (server == null) server = new FaultServer();
            playAt(server, schedule);
            LOG.log(Level.INFO, schedule + " holds");
        } catch (RuntimeException | Error failure) {
            abandon();
            var again = "mvn -Pfaults verify -Dit.test=FaultsIT -Dfaults.schedules=1 -Dfaults.seed=" + schedule.seed();
            LOG.log(Level.ERROR, schedule + " failed. Again: " + again, failure);
            throw new AssertionError(schedule + "\nAgain: " + again, failure);
        }
    }

    private static void playAt(FaultServer server, Schedule schedule) {
        try (var cast = new Cast(server, schedule, FaultsIT::page)) {
            var scene = new Scene(server, cast, schedule.seed());
            schedule.mishaps().forEach(mishap -> mishap.happenTo(scene));
            scene.settle();
            cast.leave();
        }
    }

    private static End page(Person person) {
        if (chromium == null) chromium = new Chromium();
        return PageEnd.open(chromium.person(), person, server.micro().port());
    }

    /** What the server said over HTTP is what it has on its disk, of all rooms of all schedules. */
    private static void end() {
        server.micro().kill9();
        var ledger = server.ledger();
        server.judged().forEach(ledger::isAs);
        assertThat(ledger.messages())
                .as("premise: people did talk")
                .isGreaterThan(server.judged().size());
        abandon();
    }

    /** A server that failed once would fail those after it too. */
    private static void abandon() {
        if (server != null) server.close();
        server = null;
    }
}
