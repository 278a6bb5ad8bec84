package org.holdfast.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One room with a thousand subscribers: latency at even rates, and what goes through at saturation. */
final class FanoutScenario implements Scenario {
    static final List<String> COLUMNS = List.of(
            "load",
            "post → delivery, p50 / p99 / max ms",
            "server CPU, µs per delivery",
            "deliveries/s",
            "posts/s",
            "span");

    private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9, 100.0);

    @Override
    public void run(Ground ground) {
        ground.freshServer();
        try (Crowd crowd = ground.crew().crowd(1, Load.SUBSCRIBERS).open(ground.loop())) {
            report(ground.report(), Load.measureAll(ground.run(crowd), ground.options(), "fanout"));
        }
    }

    private static void report(Report report, Map<Load, Measured> measured) {
        report.section("Fan-out: 1 room, " + Load.SUBSCRIBERS + " subscribers");
        report.table(COLUMNS, rows(measured));
        Measured slow = measured.get(Load.SLOW);
        Measured brisk = measured.get(Load.BRISK);
        if (slow.isGood() && brisk.isGood()) report.chart("fanout-latency", chart(slow, brisk));
    }

    static List<List<String>> rows(Map<Load, Measured> measured) {
        return measured.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<String> row(Load load, Measured measured) {
        return List.of(
                load.title(),
                measured.latency(measured.delivery()),
                measured.figure("%.2f", measured.cpuMicrosPerDelivery()),
                measured.figure("%,.0f", measured.deliveriesPerSecond()),
                measured.figure("%,.0f", measured.postsPerSecond()),
                measured.basis());
    }

    private static Chart chart(Measured slow, Measured brisk) {
        return Chart.bars(
                "Post → delivery, " + Load.SUBSCRIBERS + " subscribers",
                "ms",
                PERCENTILES.stream()
                        .map(p -> String.format(Locale.ROOT, "p%s", p))
                        .toList(),
                List.of(series("20/s", slow), series("100/s", brisk)));
    }

    private static Chart.Series series(String name, Measured measured) {
        return new Chart.Series(
                name,
                PERCENTILES.stream()
                        .map(p -> Measured.millis(measured.delivery(), p))
                        .toList());
    }
}
