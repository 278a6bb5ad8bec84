package org.holdfast.bench;

import java.time.Duration;
import java.util.List;

/** One measurement: a warm-up, a pause until all of it has come, and the measured span with all that it brings. */
final class Run {
    private static final Duration STRAGGLERS = Duration.ofSeconds(60);

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(90);
    private static final Duration SLICE = Duration.ofSeconds(5);

    /** The share of a core below which the compilers are quiet. */
    private static final double QUIET = 0.05;

    private final Loop loop;
    private final Crowd crowd;
    private final ProcessAccount server;
    private final Profile profile;
    private final boolean isPatient;

    /** @param isPatient whether a warm-up goes on until the compilers are quiet */
    Run(Loop loop, Crowd crowd, ProcessAccount server, Profile profile, boolean isPatient) {
        this.loop = loop;
        this.crowd = crowd;
        this.server = server;
        this.profile = profile;
        this.isPatient = isPatient;
    }

    /** @param warmUp the least; it goes on until the server's compilers are quiet, or {@link #LONGEST_WARM_UP} is over */
    Measured measure(String name, Pace pace, Duration warmUp, Duration span) {
        warmUp(pace, warmUp);
        String fault = drain() ? crowd.tally().broken() : undrained();
        if (!fault.isEmpty()) return failed(fault);
        crowd.tally().reset();
        long before = posted();
        profile.start();
        Cpu cpu = Cpu.of(server);
        long begin = System.nanoTime();
        post(pace, span);
        drain();
        cpu = Cpu.of(server).since(cpu);
        profile.stop(name);
        return result(posted() - before, begin, cpu);
    }

    private String undrained() {
        long left = rooms().stream().mapToLong(BenchRoom::inFlight).sum();
        String why = crowd.tally().broken() + crowd.fault();
        return left + " of the warm-up's " + posted() + " posts did not all come. " + why;
    }

    private void warmUp(Pace pace, Duration least) {
        long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        double share;
        Duration span = least;
        do {
            double before = server.compilerSeconds();
            post(pace, span);
            share = (server.compilerSeconds() - before) / span.toSeconds();
            span = SLICE;
        } while (isPatient && share > QUIET && System.nanoTime() < end);
    }

    private Measured result(long posts, long begin, Cpu cpu) {
        Tally tally = crowd.tally();
        String fault = crowd.fault();
        if (fault.isEmpty()) fault = tally.fault(expected(posts), isAcked() ? posts : 0);
        double seconds = (tally.lastAt() - begin) / 1e9;
        long deliveries = tally.deliveries.getTotalCount();
        return new Measured(fault, seconds, posts, deliveries, cpu, tally.deliveries.copy(), tally.acks.copy());
    }

    /** All rooms have the same number of wires, or there is one room. */
    private long expected(long posts) {
        return posts * crowd.rooms().get(0).wires().size();
    }

    private boolean isAcked() {
        return rooms().get(0).isAcked();
    }

    private void post(Pace pace, Duration span) {
        Loop.Work work = pace.in(crowd.rooms());
        loop.add(work);
        loop.until(() -> crowd.tally().refusals() > 0, span);
        loop.remove(work);
    }

    private boolean drain() {
        return loop.until(() -> rooms().stream().allMatch(room -> room.inFlight() == 0), STRAGGLERS);
    }

    private List<BenchRoom> rooms() {
        return crowd.rooms();
    }

    private long posted() {
        return rooms().stream().mapToLong(BenchRoom::posted).sum();
    }

    private Measured failed(String why) {
        Tally tally = crowd.tally();
        return new Measured(why, 0, 0, 0, Cpu.NONE, tally.deliveries, tally.acks);
    }
}
