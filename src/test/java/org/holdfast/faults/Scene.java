package org.holdfast.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.holdfast.faults.Point.Act;
import org.holdfast.lab.PayaraMicro;
import org.holdfast.lab.TcpProxy;

/** What {@link Mishap mishaps} can do, each in the midst of talk. */
final class Scene {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration BAD_LINE = Duration.ofSeconds(8);
    private static final int SOME_TALK = 24;

    private final FaultServer server;
    private final PayaraMicro micro;
    private final Cast cast;
    private final SplittableRandom chance;

    Scene(FaultServer server, Cast cast, long seed) {
        this.server = server;
        this.micro = server.micro();
        this.cast = cast;
        this.chance = new SplittableRandom(seed + 2);
    }

    long below(int bound) {
        return chance.nextInt(bound);
    }

    // The lines

    void some(Consumer<TcpProxy> mishap) {
        talkUntilMidway();
        someEnds().forEach(end -> mishap.accept(end.line()));
    }

    /** Until each has noticed by itself; what was held back then arrives late, on connections long given up. */
    void halfOpen(Consumer<TcpProxy> mishap) {
        var chosen = someEnds();
        talkUntilMidway();
        until(() -> chosen.stream().allMatch(End::isLive));
        chosen.forEach(end -> mishap.accept(end.line()));
        talk();
        until(() -> chosen.stream().noneMatch(End::isLive));
        pass();
    }

    /** The client hears the heartbeat all the time: it is for the server to notice, if it has the time. */
    void unheard(Consumer<TcpProxy> mishap) {
        var chosen = someEnds();
        until(() -> chosen.stream().allMatch(End::isLive));
        var before = chosen.stream().mapToInt(End::endings).sum();
        chosen.forEach(end -> mishap.accept(end.line()));
        talk();
        if (below(3) > 0) last(Duration.ofMillis(500));
        else until(() -> chosen.stream().mapToInt(End::endings).sum() > before);
        pass();
    }

    void badLine(Consumer<TcpProxy> mishap) {
        someEnds().forEach(end -> mishap.accept(end.line()));
        talkOnBadLines();
        pass();
    }

    /** Each of the next connections is cut after so many bytes. */
    void resumes(long... bytes) {
        var chosen = someEnds();
        talkUntilMidway();
        chosen.forEach(end -> {
            end.line().snare(bytes);
            end.line().reset();
        });
        talk();
        until(() -> chosen.stream().allMatch(end -> end.line().snares() == 0));
    }

    // The server

    /** The lines break while it stands still there. */
    void frozen(Point point) {
        at(point, Act.FREEZE);
        someEnds().forEach(end -> end.line().reset());
    }

    void at(Point point, Act act) {
        point.arm(server.taps(), act);
        talk();
        until(() -> !point.isArmed(server.taps()));
    }

    void inResume(Act act) {
        talkUntilMidway();
        var point = below(2) == 0 ? Point.HELLO : Point.RESUME;
        point.arm(server.taps(), act);
        someEnds().forEach(end -> end.line().reset());
        // Whoever polls just goes on with another poll; the first has a connection that breaks.
        cast.ends().get(0).line().reset();
        until(() -> !point.isArmed(server.taps()));
        if (act == Act.FREEZE) someEnds().forEach(end -> end.line().reset());
    }

    void databaseSilent() {
        Point.DATABASE.arm(server.taps(), Act.FREEZE);
        talk();
        someEnds().forEach(end -> end.line().reset());
        last(Duration.ofMillis(300 + below(2500)));
        Point.DATABASE.disarm(server.taps());
    }

    void paused(Duration time) {
        talk();
        micro.pause();
        talk();
        last(time);
        micro.proceed();
    }

    void clock(Duration by) {
        server.clock().ifSo(clock -> {
            clock.shift(by);
            talkUntilMidway();
            // The sweep, which looks once a second, sees it.
            last(Duration.ofMillis(1200));
            clock.shift(Duration.ZERO);
        });
    }

    void diskFull() {
        server.disk().ifSo(disk -> {
            talkUntilMidway();
            disk.fill();
            talk();
            last(Duration.ofMillis(200 + below(1500)));
            disk.free();
        });
    }

    void restart() {
        talk();
        micro.restart();
    }

    /** The server is started again after its disk was compared with what it had promised. */
    void dies(Consumer<Scene> how) {
        how.accept(this);
        until(() -> !micro.isAlive());
        cast.judge(server.ledger());
        pass();
        micro.start();
    }

    void kill() {
        talkUntilMidway();
        micro.kill9();
    }

    void killInMidFrame() {
        cast.ends().forEach(end -> end.line().slice(3));
        talkOnBadLines();
        micro.kill9();
    }

    /** From now on nothing goes wrong, until all is as it should be. */
    void settle() {
        pass();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(100)).untilAsserted(cast::judge);
    }

    private void pass() {
        cast.ends().forEach(end -> end.line().pass());
    }

    private void talk() {
        cast.talk(SOME_TALK);
    }

    /** Somewhere among the answers. */
    private void talkUntilMidway() {
        talk();
        var left = chance.nextInt(SOME_TALK);
        until(() -> cast.unanswered() <= left);
    }

    /** As {@link #talkUntilMidway}, but on a busy machine such lines are too slow to wait for; what was lost is found when all has settled. */
    private void talkOnBadLines() {
        talk();
        var left = chance.nextInt(SOME_TALK);
        var end = System.nanoTime() + BAD_LINE.toNanos();
        until(() -> cast.unanswered() <= left || System.nanoTime() > end);
    }

    private List<End> someEnds() {
        var chosen = new ArrayList<>(cast.ends());
        for (int n = chance.nextInt(chosen.size()); n > 0; n--) chosen.remove(chance.nextInt(chosen.size()));
        return chosen;
    }

    private static void last(Duration time) {
        await().atMost(time.plusSeconds(10)).pollDelay(time).until(() -> true);
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(condition);
    }
}
