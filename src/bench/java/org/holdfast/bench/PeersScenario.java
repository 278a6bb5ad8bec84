package org.holdfast.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Holdfast beside what somebody would run instead: the same loads, the same generator, one after the other. */
final class PeersScenario implements Scenario {
    private static final System.Logger LOG = System.getLogger(PeersScenario.class.getName());
    private static final String HOLDFAST = "Holdfast";

    private final String name;
    private final String title;
    private final Function<Ground, List<Peer>> peers;

    /** @param peers Holdfast first: the others are compared with it */
    private PeersScenario(String name, String title, Function<Ground, List<Peer>> peers) {
        this.name = name;
        this.title = title;
        this.peers = peers;
    }

    static PeersScenario webSocket() {
        return new PeersScenario("peers", "Peers: 1 room, " + Load.SUBSCRIBERS + " subscribers", ground -> {
            NodePackages packages = new NodePackages();
            return List.of(
                    new Peer(HOLDFAST, ground.chat(), (server, count) -> new Crew(server).crowd(1, count)),
                    Nchan.peer(),
                    NodeScript.socketIo(packages),
                    NodeScript.ws(packages),
                    CometD.peer());
        });
    }

    static PeersScenario eventStream() {
        String title = "Server-sent events: 1 room, " + Load.SUBSCRIBERS + " readers, and the sender's WebSocket";
        return new PeersScenario(
                "sse",
                title,
                ground -> List.of(
                        new Peer(HOLDFAST, ground.chat(), (server, count) -> new Crew(server).readers(count)),
                        Nchan.eventSource()));
    }

    @Override
    public void run(Ground ground) {
        // The others have the core to themselves.
        ground.server().kill9();
        List<Standing> standings = new ArrayList<>();
        for (Peer peer : peers.apply(ground)) standings.add(measure(ground, peer));
        report(ground.report(), standings);
    }

    private Standing measure(Ground ground, Peer peer) {
        String missing = peer.program().missing();
        if (!missing.isEmpty()) return none(peer, "not measured: " + missing);
        try (Server server = ground.server(name + "-" + peer.name().toLowerCase(Locale.ROOT), peer.program())) {
            server.start();
            return measure(ground, peer, server);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Peer " + peer.name(), e);
            ground.loop().removeAll();
            boolean isOurs = peer.name().equals(HOLDFAST);
            return none(peer, (isOurs ? Report.FAILED : Report.FAILED_ELSEWHERE) + e.getMessage());
        }
    }

    private Standing measure(Ground ground, Peer peer, Server server) {
        try (Crowd crowd = peer.gathering().crowd(server.uri(), Load.SUBSCRIBERS)) {
            Run run = ground.run(crowd.open(ground.loop()), server);
            var measured = Load.measureAll(run, ground.options(), name);
            return new Standing(peer.name() + " " + server.version(), "", measured);
        }
    }

    private static Standing none(Peer peer, String why) {
        return new Standing(peer.name(), why, Map.of());
    }

    private void report(Report report, List<Standing> standings) {
        report.section(title);
        for (Load load : Load.values()) {
            report.text("**" + load.title() + "**");
            report.table(
                    Standing.HEADS,
                    standings.stream()
                            .map(standing -> standing.row(load, standings.get(0)))
                            .toList());
        }
        report.text("Holdfast alone has stored each message, and acknowledged it, before it delivers it.");
    }
}
