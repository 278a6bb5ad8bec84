package org.holdfast.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The cost of connections that say nothing but what the heartbeat wants.
 *
 * @param fault empty: none
 * @param connections how many there were
 * @param heap live, kilobytes, of all of them
 * @param resident kilobytes, of all of them
 * @param cpu share of a core
 */
record Idle(String fault, int connections, long heap, long resident, double cpu, Duration span) {
    /** Twice the interval at which both sides ping. */
    private static final int SPAN_SECONDS = 40;

    private static final Duration SETTLE = Duration.ofSeconds(5);

    static Idle measure(Ground ground, Profile profile, ProcessAccount server, List<Wire> wires, Runnable open) {
        long heap = server.liveKilobytes();
        long resident = server.residentKilobytes();
        open.run();
        Loop.Work heartbeat = Heartbeat.of(wires);
        ground.loop().add(heartbeat);
        ground.loop().during(SETTLE);
        Duration span = ground.options().seconds(SPAN_SECONDS);
        profile.start();
        double cpu = server.cpuSeconds();
        ground.loop().during(span);
        cpu = server.cpuSeconds() - cpu;
        profile.stop("idle");
        ground.loop().remove(heartbeat);
        heap = server.liveKilobytes() - heap;
        resident = server.residentKilobytes() - resident;
        return new Idle(fault(wires), wires.size(), heap, resident, cpu / (span.toMillis() / 1e3), span);
    }

    private static String fault(List<Wire> wires) {
        long gone = wires.stream().filter(wire -> !wire.isLive()).count();
        return gone == 0 ? "" : gone + " connections ended";
    }

    List<String> row(String name) {
        if (!fault.isEmpty()) return List.of(name, "–", "–", "–", Report.FAILED + fault);
        return List.of(
                name,
                String.format(Locale.ROOT, "%.1f KiB", (double) heap / connections),
                String.format(Locale.ROOT, "%.1f KiB", (double) resident / connections),
                String.format(Locale.ROOT, "%.1f %%", 100 * cpu),
                "%d connections, %d s".formatted(connections, span.toSeconds()));
    }

    List<String> ratio(Idle bare) {
        boolean isGood = fault.isEmpty() && bare.fault().isEmpty();
        String ratio = isGood ? String.format(Locale.ROOT, "%.2f", (double) heap / bare.heap()) : "–";
        return List.of("ratio", ratio, "", "", "");
    }
}
