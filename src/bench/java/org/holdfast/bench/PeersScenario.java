package org.holdfast.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holdfast beside what somebody would run instead: the same loads, the same generator, one after the other. */
final class PeersScenario implements Scenario {
    private static final System.Logger LOG = System.getLogger(PeersScenario.class.getName());

    @Override
    public void run(Ground ground) {
        // The others have the core to themselves.
        ground.server().kill9();
        List<Standing> standings = new ArrayList<>();
        for (Peer peer : peers(ground)) standings.add(measure(ground, peer));
        report(ground.report(), standings);
    }

    /** Holdfast first: the others are compared with it. */
    private static List<Peer> peers(Ground ground) {
        NodePackages packages = new NodePackages();
        return List.of(
                new Peer("Holdfast", ground.chat(), (server, count) -> new Crew(server).crowd(1, count)),
                Nchan.peer(),
                NodeScript.socketIo(packages),
                NodeScript.ws(packages),
                CometD.peer());
    }

    private static Standing measure(Ground ground, Peer peer) {
        String missing = peer.program().missing();
        if (!missing.isEmpty()) return none(peer, "not measured: " + missing);
        try (Server server = ground.server("peer-" + peer.name().toLowerCase(Locale.ROOT), peer.program())) {
            server.start();
            return measure(ground, peer, server);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Peer " + peer.name(), e);
            ground.loop().removeAll();
            return none(peer, Report.FAILED + e.getMessage());
        }
    }

    private static Standing measure(Ground ground, Peer peer, Server server) {
        try (Crowd crowd = peer.gathering().crowd(server.uri(), Load.SUBSCRIBERS)) {
            Run run = ground.run(crowd.open(ground.loop()), server);
            var measured = Load.measureAll(run, ground.options(), "peers");
            return new Standing(peer.name() + " " + server.version(), "", measured);
        }
    }

    private static Standing none(Peer peer, String why) {
        return new Standing(peer.name(), why, Map.of());
    }

    private static void report(Report report, List<Standing> standings) {
        report.section("Peers: 1 room, " + Load.SUBSCRIBERS + " subscribers");
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
