package org.holdfast.bench;

import java.util.List;

/** What a connection costs that says nothing. */
final class IdleScenario implements Scenario {
    private static final int CONNECTIONS = 5_000;

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
}
