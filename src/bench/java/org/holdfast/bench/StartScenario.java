package org.holdfast.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How soon the server answers, beside the same server with an empty WAR, and with one that has one of each kind of part. */
final class StartScenario implements Scenario {
    private static final int STARTS = 3;

    @Override
    public void run(Ground ground) {
        ground.freshServer();
        ground.server().kill9();
        int count = ground.options().isShort() ? 1 : STARTS;
        double empty = median(count, () -> seconds(ground, "empty", BareWar.empty()));
        double parts = median(count, () -> seconds(ground, "parts", BareWar.parts()));
        double holdfast = median(count, () -> seconds(ground));
        Report report = ground.report();
        report.section("Start of the process to the first 200, median of " + count);
        report.table(
                List.of("", "", "ratio to the empty WAR"),
                List.of(
                        row("empty WAR", empty, empty),
                        row("a WAR of one bean, one resource, one endpoint, one timer", parts, empty),
                        row("Holdfast, on existing data", holdfast, empty)));
    }

    private static List<String> row(String name, double time, double empty) {
        return List.of(
                name, String.format(Locale.ROOT, "%.2f s", time), String.format(Locale.ROOT, "%.2f", time / empty));
    }

    private static double median(int count, Supplier<Double> measure) {
        List<Double> sorted = Stream.generate(measure).limit(count).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static double seconds(Ground ground, String name, Program program) {
        try (Server server = ground.server(name, program)) {
            return seconds(server);
        }
    }

    private static double seconds(Ground ground) {
        double seconds = seconds(ground.server());
        ground.server().kill9();
        return seconds;
    }

    private static double seconds(Server server) {
        return server.start().toNanos() / 1e9;
    }
}
