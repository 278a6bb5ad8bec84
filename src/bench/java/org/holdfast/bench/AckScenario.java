package org.holdfast.bench;

import java.util.List;

/** From a post to its ack: on a server that does nothing else, and as many as it takes. */
final class AckScenario implements Scenario {
    private static final int SENDERS = 100;
    private static final int WINDOW = 64;

    @Override
    public void run(Ground ground) {
        ground.freshServer();
        Measured full = full(ground);
        Measured idle = idle(ground);
        Report report = ground.report();
        report.section("Post → ack");
        report.table(
                List.of(
                        "load",
                        "post → ack, p50 / p99 / max ms",
                        "committed posts/s",
                        "server CPU, µs per post",
                        "span"),
                List.of(
                        row("idle server: 1 sender, 50/s even", idle),
                        row(SENDERS + " senders in as many rooms, " + WINDOW + " in flight each", full)));
    }

    /** First, so that the other one finds a server that is warm. */
    private static Measured full(Ground ground) {
        try (Crowd crowd = ground.crew().crowd(SENDERS, SENDERS).open(ground.loop())) {
            Options options = ground.options();
            return ground.run(crowd).measure("ack-full", Pace.window(WINDOW), options.seconds(20), options.seconds(15));
        }
    }

    private static Measured idle(Ground ground) {
        try (Crowd crowd = ground.crew().crowd(1, 1).open(ground.loop())) {
            Options options = ground.options();
            return ground.run(crowd).measure("ack-idle", Pace.even(50), options.seconds(5), options.seconds(20));
        }
    }

    private static List<String> row(String load, Measured measured) {
        return List.of(
                load,
                measured.latency(measured.ack()),
                measured.figure("%,.0f", measured.postsPerSecond()),
                measured.figure("%.1f", measured.cpu().server() * 1e6 / measured.posts()),
                measured.basis());
    }
}
