package org.holdfast.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One room with a thousand subscribers: latency at even rates, and what goes through at saturation. */
final class FanoutScenario implements Scenario {
    private static final int SUBSCRIBERS = 1_000;
    private static final int WINDOW = 64;
    private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9, 100.0);

    @Override
    public void run(Ground ground) {
        ground.freshServer();
        List<Measured> even = new ArrayList<>();
        try (Crowd crowd = ground.crew().crowd(1, SUBSCRIBERS).open(ground.loop())) {
            Options options = ground.options();
            Run run = ground.run(crowd);
            Measured full =
                    run.measure("fanout-saturation", Pace.window(WINDOW), options.seconds(20), options.seconds(15));
            even.add(run.measure("fanout-20", Pace.even(20), options.seconds(8), options.seconds(30)));
            even.add(run.measure("fanout-100", Pace.even(100), options.seconds(8), options.seconds(30)));
            report(ground.report(), even, full);
        }
    }

    private static void report(Report report, List<Measured> even, Measured full) {
        report.section("Fan-out: 1 room, " + SUBSCRIBERS + " subscribers");
        report.table(
                List.of(
                        "load",
                        "post → delivery, p50 / p99 / max ms",
                        "server CPU, µs per delivery",
                        "deliveries/s",
                        "posts/s",
                        "span"),
                List.of(
                        row("20/s, even", even.get(0)),
                        row("100/s, even", even.get(1)),
                        row("saturation, " + WINDOW + " in flight", full)));
        if (even.stream().allMatch(Measured::isGood)) report.chart("fanout-latency", chart(even));
    }

    private static List<String> row(String load, Measured measured) {
        return List.of(
                load,
                measured.latency(measured.delivery()),
                measured.figure("%.2f", measured.cpuMicrosPerDelivery()),
                measured.figure("%,.0f", measured.deliveriesPerSecond()),
                measured.figure("%,.0f", measured.postsPerSecond()),
                measured.basis());
    }

    private static Chart chart(List<Measured> even) {
        return Chart.bars(
                "Post → delivery, " + SUBSCRIBERS + " subscribers",
                "ms",
                PERCENTILES.stream()
                        .map(p -> String.format(Locale.ROOT, "p%s", p))
                        .toList(),
                List.of(series("20/s", even.get(0)), series("100/s", even.get(1))));
    }

    private static Chart.Series series(String name, Measured measured) {
        return new Chart.Series(
                name,
                PERCENTILES.stream()
                        .map(p -> Measured.millis(measured.delivery(), p))
                        .toList());
    }
}
