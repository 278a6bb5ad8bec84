package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.holdfast.lab.Chromium;
import org.holdfast.lab.Person;
import org.junit.jupiter.api.DynamicTest;

/**
 * Plays schedules of mishaps on one server after the other.
 *
 * @param name of the test that has it
 * @param settings the beginning of the names of those that say how many, and from which seed on
 */
final class Theatre implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Theatre.class.getName());

    private final String name;
    private final String settings;
    private final Supplier<FaultServer> servers;
    private FaultServer server;
    private Chromium chromium;

    Theatre(String name, String settings, Supplier<FaultServer> servers) {
        this.name = name;
        this.settings = settings;
        this.servers = servers;
    }

    Stream<DynamicTest> schedules() {
        return seeds().mapToObj(Schedule::of)
                .map(schedule -> DynamicTest.dynamicTest(schedule.toString(), () -> play(schedule)));
    }

    private LongStream seeds() {
        var schedules = Long.getLong(settings + ".schedules", 0);
        var first = Long.getLong(settings + ".seed", 0);
        return schedules == 0 ? LongStream.of(Schedule.SHORT) : LongStream.range(first, first + schedules);
    }

    private void play(Schedule schedule) {
        try {
            if (server == null) server = servers.get();
            playAt(server, schedule);
            LOG.log(Level.INFO, schedule + " holds");
        } catch (RuntimeException | Error failure) {
            abandon();
            var again = "mvn -Pfaults verify -Dit.test=%s -D%s.schedules=1 -D%s.seed=%d"
                    .formatted(name, settings, settings, schedule.seed());
            LOG.log(Level.ERROR, schedule + " failed. Again: " + again, failure);
            throw new AssertionError(schedule + "\nAgain: " + again, failure);
        }
    }

    private void playAt(FaultServer server, Schedule schedule) {
        try (var cast = new Cast(server, schedule, this::page)) {
            var scene = new Scene(server, cast, schedule.seed());
            schedule.mishaps().forEach(mishap -> mishap.happenTo(scene));
            scene.settle();
            cast.leave();
        }
    }

    private End page(Person person) {
        if (chromium == null) chromium = new Chromium();
        return PageEnd.open(chromium.person(), person, server.micro().port());
    }

    @Override
    public void close() {
        if (server != null) end();
        if (chromium != null) chromium.close();
    }

    /** What the server said over HTTP is what it has in its database, of all rooms of all schedules. */
    private void end() {
        server.micro().kill9();
        var ledger = server.ledger();
        server.judged().forEach(ledger::isAs);
        assertThat(ledger.messages())
                .as("premise: people did talk")
                .isGreaterThan(server.judged().size());
        abandon();
    }

    /** A server that failed once would fail those after it too. */
    private void abandon() {
        if (server != null) server.close();
        server = null;
    }
}
