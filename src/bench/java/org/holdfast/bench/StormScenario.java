package org.holdfast.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.holdfast.lab.Person;

/** The server was killed, and all come back at once, each with the same messages missed; a few others go on talking meanwhile. */
final class StormScenario implements Scenario {
    private static final int CLIENTS = 5_000;
    private static final int MISSED = 50;
    private static final int OTHERS = 5;
    private static final int OTHERS_RATE = 20;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Where the clients stopped listening. */
    private record Point(long log, String epoch, long sequence) {}

    @Override
    public void run(Ground ground) {
        double bare = bare(ground, ground.options().connections(CLIENTS));
        ground.freshServer();
        Server server = ground.server();
        Runnable restart = () -> {
            server.kill9();
            server.start();
        };
        storm(ground, ground.crew(), restart, server::account, ground::profile);
        ground.report()
                .text(String.format(
                        Locale.ROOT,
                        "As many connections to a bare endpoint, which echoes one text, of a server that has just started: %.2f s.",
                        bare));
    }

    /** @param restart kills the server, and starts it anew */
    static void storm(
            Ground ground, Crew crew, Runnable restart, Supplier<ProcessAccount> account, Supplier<Profile> profile) {
        int clients = ground.options().connections(CLIENTS);
        List<Person> people = crew.people().subList(0, Crew.SIZE - OTHERS);
        long log = crew.room(people);
        Point point = miss(ground, log, people.get(0));
        restart.run();
        Storm storm = new Storm(ground.loop(), MISSED);
        for (int i = 0; i < clients; i++) storm.add(place(people.get(i % people.size()), point));
        List<Person> rest = crew.people().subList(Crew.SIZE - OTHERS, Crew.SIZE);
        try (Crowd others = crew.crowd(rest, 1, OTHERS).open(ground.loop())) {
            Cpu before = Cpu.of(account.get());
            boolean inTime = pass(ground, storm, others.rooms(), profile.get());
            Cpu cpu = Cpu.of(account.get()).since(before);
            report(ground.report(), storm, inTime, others, cpu);
        } finally {
            storm.close();
            people.forEach(person -> person.leave(log));
        }
    }

    /** @return the seconds that the container alone takes, as cold as it is after a kill */
    private static double bare(Ground ground, int count) {
        try (Server server = ground.server("bare", BareWar.endpoint())) {
            server.start();
            List<Wire> wires = BareCrowd.of(server.uri(), Speech.ECHO, count);
            long begin = System.nanoTime();
            BareCrowd.open(ground.loop(), wires);
            double seconds = (System.nanoTime() - begin) / 1e9;
            wires.forEach(Wire::close);
            return seconds;
        }
    }

    private static boolean pass(Ground ground, Storm storm, List<BenchRoom> others, Profile profile) {
        profile.start();
        Loop.Work talk = Pace.even(OTHERS_RATE).in(others);
        ground.loop().add(talk);
        boolean inTime = storm.pass(LIMIT);
        ground.loop().remove(talk);
        ground.loop().until(() -> others.get(0).inFlight() == 0, LIMIT);
        profile.stop("storm");
        return inTime;
    }

    /** Posts what the clients miss, and says where they stopped. */
    private static Point miss(Ground ground, long log, Person sender) {
        Tally tally = new Tally();
        BenchRoom room = new BenchRoom();
        Wire wire = new Wire(Place.chat(sender.base(), sender.cookie(), log), new Ear(room, tally, true));
        room.add(wire);
        new Opening(ground.loop(), List.of(wire)).all(LIMIT);
        for (int i = 0; i < MISSED; i++) room.post(System.nanoTime());
        room.flush();
        boolean are = ground.loop().until(() -> room.inFlight() == 0, LIMIT);
        wire.close();
        if (!are) throw new IllegalStateException("The missed messages are not committed: " + tally.broken());
        return point(wire.ear().welcome(), log);
    }

    private static Point point(String welcome, long log) {
        try (var reader = Json.createReader(new StringReader(welcome))) {
            return reader.readArray().getJsonObject(0).getJsonObject("data").getJsonArray("rooms").stream()
                    .map(JsonObject.class::cast)
                    .filter(room -> room.getJsonNumber("log").longValue() == log)
                    .map(room -> new Point(
                            log,
                            room.getString("epoch"),
                            room.getJsonNumber("head").longValue()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Place place(Person person, Point point) {
        return Place.chat(person.base(), person.cookie(), point.log())
                .resuming(point.log(), point.epoch(), point.sequence());
    }

    private static void report(Report report, Storm storm, boolean inTime, Crowd others, Cpu cpu) {
        report.section("Resume storm: kill -9, then " + storm.size() + " clients, each " + MISSED + " messages behind");
        String fault =
                inTime ? storm.fault() : "only " + storm.whole() + " were whole after " + LIMIT.toSeconds() + " s";
        Tally tally = others.tally();
        String spoken = tally.deliveries.getTotalCount() + " deliveries of others at " + OTHERS_RATE + "/s";
        report.table(
                List.of(
                        "all back and whole after",
                        "server CPU, of that JIT",
                        "others' post → delivery, p50 / p99 / max ms",
                        "span"),
                List.of(
                        fault.isEmpty()
                                ? List.of(
                                        String.format(Locale.ROOT, "%.2f s", storm.seconds()),
                                        String.format(Locale.ROOT, "%.1f s, %.1f s", cpu.server(), cpu.compilers()),
                                        latency(tally),
                                        storm.size() * MISSED + " messages replayed; " + spoken)
                                : List.of("–", "–", "–", Report.FAILED + fault)));
        report.text(
                "The time begins when the server answers ready and the others are connected. The clients come without waiting for the "
                        + "reconnect stream's notices, which is the worst case. How often the event store was read can't be had from outside.");
        if (fault.isEmpty()) report.chart("storm", storm.chart());
    }

    private static String latency(Tally tally) {
        return new Measured("", 1, 0, 0, Cpu.NONE, tally.deliveries, tally.acks).latency(tally.deliveries);
    }
}
