package org.holdfast.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.holdfast.faults.Point.Act;
import org.holdfast.lab.TcpProxy;

/** Everything that can go wrong, on the lines and in the server. */
enum Mishap {
    RESET(scene -> scene.some(TcpProxy::reset)),
    /** Half-open, both ways. */
    SILENCE(scene -> scene.halfOpen(TcpProxy::silence)),
    /** Half-open: the client hears nothing. */
    DEAF(scene -> scene.halfOpen(TcpProxy::silenceDown)),
    /** Half-open: the server hears nothing, and finds out by itself. */
    DUMB(scene -> scene.unheard(TcpProxy::silenceUp)),
    REFUSED(scene -> scene.halfOpen(line -> {
        line.refuse();
        line.reset();
    })),
    SLOW_CLOSE(scene -> scene.some(line -> {
        line.closeSlowly(Duration.ofMillis(700));
        line.cutUpAfter(scene.below(400));
    })),
    LATENCY(scene -> scene.badLine(line -> line.delay(Duration.ofMillis(1 + scene.below(40))))),
    THIN(scene -> scene.badLine(line -> line.bandwidth(100_000))),
    SLICES(scene -> scene.badLine(line -> line.slice(20 + (int) scene.below(60)))),
    MID_FRAME_DOWN(scene -> scene.some(line -> line.cutDownAfter(scene.below(900)))),
    MID_FRAME_UP(scene -> scene.some(line -> line.cutUpAfter(scene.below(900)))),
    DURING_RESUME(scene -> scene.resumes(scene.below(1500))),
    DURING_RESUME_OF_RESUME(
            scene -> scene.resumes(200 + scene.below(1200), 200 + scene.below(1200), 200 + scene.below(1200))),

    FROZEN_BEFORE_COMMIT(scene -> scene.frozen(Point.BEFORE_COMMIT)),
    FROZEN_AFTER_COMMIT(scene -> scene.frozen(Point.AFTER_COMMIT)),
    FROZEN_AFTER_ACK(scene -> scene.frozen(Point.AFTER_ACK)),
    FROZEN_IN_RESUME(scene -> scene.inResume(Act.FREEZE)),
    FAILED_BEFORE_COMMIT(scene -> scene.at(Point.BEFORE_COMMIT, Act.FAIL)),
    COMMIT_WITHOUT_ANSWER(scene -> scene.at(Point.AFTER_COMMIT, Act.FAIL)),
    DATABASE_SILENT(Scene::databaseSilent),
    PAUSED(scene -> scene.paused(Duration.ofMillis(300 + scene.below(3000)))),
    CLOCK_FORWARD(scene -> scene.clock(Duration.ofHours(5))),
    CLOCK_BACK(scene -> scene.clock(Duration.ofHours(-5))),
    DISK_FULL(Scene::diskFull),

    KILL_9(true, scene -> scene.dies(Scene::kill)),
    RESTART(true, Scene::restart),
    DEAD_BEFORE_COMMIT(true, scene -> scene.dies(dying -> dying.at(Point.BEFORE_COMMIT, Act.HALT))),
    DEAD_AFTER_COMMIT(true, scene -> scene.dies(dying -> dying.at(Point.AFTER_COMMIT, Act.HALT))),
    DEAD_AFTER_ACK(true, scene -> scene.dies(dying -> dying.at(Point.AFTER_ACK, Act.HALT))),
    DEAD_IN_RESUME(true, scene -> scene.dies(dying -> dying.inResume(Act.HALT))),
    DEAD_IN_MID_FRAME(true, scene -> scene.dies(Scene::killInMidFrame));

    private final boolean deadly;
    private final Consumer<Scene> happen;

    Mishap(Consumer<Scene> happen) {
        this(false, happen);
    }

    Mishap(boolean deadly, Consumer<Scene> happen) {
        this.deadly = deadly;
        this.happen = happen;
    }

    /** Those after which the server has to be started again, or those after which it need not. */
    static List<Mishap> of(boolean deadly) {
        return Arrays.stream(values()).filter(each -> each.deadly == deadly).toList();
    }

    /** Whether the server may refuse posts for a while, some of those on their way and not others. */
    boolean refuses() {
        return EnumSet.of(FAILED_BEFORE_COMMIT, COMMIT_WITHOUT_ANSWER, DATABASE_SILENT, DISK_FULL)
                .contains(this);
    }

    void happenTo(Scene scene) {
        happen.accept(scene);
    }
}
