package org.holdfast.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What a connection costs that says nothing, and how soon the server answers, beside the same server without Holdfast. */
final class IdleScenario implements Scenario {
    private static final int CONNECTIONS = 5_000;
    private static final int STARTS = 3;

    @Override
    public void run(Ground ground) {
        int count = ground.options().connections(CONNECTIONS);
        Idle silent = bare(ground, count, Speech.SILENT);
        Idle bare = bare(ground, count, Speech.ECHO);
        Idle chat = chat(ground, count);
        Report report = ground.report();
        report.section("Idle: " + count + " connections");
        report.table(
                Idle.COLUMNS,
                List.of(
                        silent.row("bare endpoint, no heartbeat"),
                        bare.row("bare endpoint, an echo each 20 s"),
                        chat.row("Holdfast, with heartbeats"),
                        chat.ratio("ratio to the silent one", silent),
                        chat.ratio("ratio to the one that echoes", bare)));
        starts(ground);
    }

    private static Idle bare(Ground ground, int count, Speech speech) {
        try (Server server = ground.server("bare", BareWar.endpoint())) {
            server.start();
            List<Wire> wires = BareCrowd.of(server.uri(), speech, count);
            return Idle.measure(
                    ground, Profile.NONE, server.account(), wires, () -> BareCrowd.open(ground.loop(), wires));
        }
    }

    private static Idle chat(Ground ground, int count) {
        ground.freshServer();
        try (Crowd crowd = ground.crew().crowd(1, count)) {
            return Idle.measure(
                    ground,
                    ground.profile(),
                    ground.server().account(),
                    crowd.wires(),
                    () -> crowd.open(ground.loop()));
        }
    }

    private static void starts(Ground ground) {
        ground.server().kill9();
        List<Double> empty = new ArrayList<>();
        List<Double> holdfast = new ArrayList<>();
        for (int i = 0; i < (ground.options().isShort() ? 1 : STARTS); i++) {
            try (Server server = ground.server("empty", BareWar.empty())) {
                empty.add(seconds(server.start()));
            }
            holdfast.add(seconds(ground.server().start()));
            ground.server().kill9();
        }
        report(ground.report(), median(empty), median(holdfast), empty.size());
    }

    private static void report(Report report, double empty, double holdfast, int count) {
        report.table(
                List.of("start of the process to the first 200", "median of " + count),
                List.of(
                        List.of("empty WAR", String.format(Locale.ROOT, "%.2f s", empty)),
                        List.of("Holdfast, on existing data", String.format(Locale.ROOT, "%.2f s", holdfast)),
                        List.of("ratio", String.format(Locale.ROOT, "%.2f", holdfast / empty))));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
