package org.holdfast.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The cost of connections that say nothing but what the heartbeat wants.
 *
 * @param fault empty: none
 * @param connections how many there were
 * @param opening seconds that they took to open, all at once, on a server just started
 * @param heap live, kilobytes, of all of them
 * @param resident kilobytes, of all of them
 * @param cpu share of a core
 */
record Idle(String fault, int connections, double opening, long heap, long resident, double cpu, Duration span) {
    static final List<String> COLUMNS = List.of(
            "",
            "all opened after",
            "live heap per connection",
            "resident per connection",
            "server CPU, % of a core",
            "span");

    /** Twice the interval at which both sides ping. */
    private static final int SPAN_SECONDS = 40;

    /** An interval: each has said something then. */
    private static final int LEAST_WARM_UP_SECONDS = 20;

    private static final int MOST_SLICES = 20;
    private static final Duration SLICE = Duration.ofSeconds(5);

    /** The share of a core below which the compilers are quiet. */
    private static final double QUIET = 0.02;

    static Idle measure(Ground ground, Profile profile, ProcessAccount server, List<Wire> wires, Runnable open) {
        long heap = server.liveKilobytes();
        long resident = server.residentKilobytes();
        double opening = seconds(open);
        Loop.Work heartbeat = Heartbeat.of(wires);
        ground.loop().add(heartbeat);
        warmUp(ground, server);
        Duration span = ground.options().seconds(SPAN_SECONDS);
        profile.start();
        double cpu = server.cpuSeconds();
        ground.loop().during(span);
        cpu = server.cpuSeconds() - cpu;
        profile.stop("idle");
        ground.loop().remove(heartbeat);
        heap = server.liveKilobytes() - heap;
        resident = server.residentKilobytes() - resident;
        return new Idle(fault(wires), wires.size(), opening, heap, resident, cpu / (span.toMillis() / 1e3), span);
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Whoever idles has done so for hours: until the server's compilers are quiet. */
    private static void warmUp(Ground ground, ProcessAccount server) {
        ground.loop().during(ground.options().seconds(LEAST_WARM_UP_SECONDS));
        double share = 1;
        for (int n = 0; n < MOST_SLICES && share > QUIET && !ground.options().isShort(); n++) {
            double before = server.compilerSeconds();
            ground.loop().during(SLICE);
            share = (server.compilerSeconds() - before) / SLICE.toSeconds();
        }
    }

    private static String fault(List<Wire> wires) {
        long gone = wires.stream().filter(wire -> !wire.isLive()).count();
        return gone == 0 ? "" : gone + " connections ended";
    }

    List<String> row(String name) {
        if (!fault.isEmpty()) return List.of(name, "–", "–", "–", "–", Report.FAILED + fault);
        return List.of(
                name,
                String.format(Locale.ROOT, "%.1f s", opening),
                String.format(Locale.ROOT, "%.1f KiB", (double) heap / connections),
                String.format(Locale.ROOT, "%.1f KiB", (double) resident / connections),
                String.format(Locale.ROOT, "%.1f %%", 100 * cpu),
                "%d connections, %d s".formatted(connections, span.toSeconds()));
    }

    List<String> ratio(String name, Idle bare) {
        boolean isGood = fault.isEmpty() && bare.fault().isEmpty();
        if (!isGood) return List.of(name, "–", "–", "", "", "");
        return List.of(name, ratio(opening, bare.opening()), ratio(heap, bare.heap()), "", "", "");
    }

    private static String ratio(double mine, double bare) {
        return String.format(Locale.ROOT, "%.2f", mine / bare);
    }
}
