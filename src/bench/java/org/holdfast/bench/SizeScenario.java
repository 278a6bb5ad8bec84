package org.holdfast.bench;

import java.util.ArrayList;
import java.util.List;

/** Whether a delivery costs the same whatever the size. */
final class SizeScenario implements Scenario {
    private static final int WINDOW = 64;
    private static final List<Integer> SUBSCRIBERS = List.of(10, 100, 1_000, 5_000);
    private static final List<Integer> ROOMS = List.of(1, 10, 100);
    private static final int SPREAD = 1_000;

    @Override
    public void run(Ground ground) {
        ground.freshServer();
        List<Measured> bySubscribers = new ArrayList<>();
        for (int count : SUBSCRIBERS) bySubscribers.add(measure(ground, 1, count));
        List<Measured> byRooms = new ArrayList<>();
        for (int count : ROOMS) byRooms.add(measure(ground, count, SPREAD));
        Report report = ground.report();
        report.section("Size: saturation, " + WINDOW + " posts in flight in each room");
        table(report, "subscribers of 1 room", "size-subscribers", SUBSCRIBERS, bySubscribers);
        table(report, "rooms of " + SPREAD + " subscribers in all", "size-rooms", ROOMS, byRooms);
    }

    private static Measured measure(Ground ground, int rooms, int subscribers) {
        try (Crowd crowd = ground.crew().crowd(rooms, subscribers).open(ground.loop())) {
            Options options = ground.options();
            String name = "size-" + rooms + "-rooms-" + subscribers;
            return ground.run(crowd).measure(name, Pace.window(WINDOW), options.seconds(10), options.seconds(10));
        }
    }

    private static void table(Report report, String what, String name, List<Integer> sizes, List<Measured> measured) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) rows.add(row(sizes.get(i), measured.get(i)));
        report.table(List.of(what, "deliveries/s", "posts/s", "server CPU, µs per delivery", "span"), rows);
        if (measured.stream().allMatch(Measured::isGood)) report.chart(name, chart(what, sizes, measured));
    }

    private static List<String> row(int size, Measured measured) {
        return List.of(
                String.format("%,d", size),
                measured.figure("%,.0f", measured.deliveriesPerSecond()),
                measured.figure("%,.0f", measured.postsPerSecond()),
                measured.figure("%.2f", measured.cpuMicrosPerDelivery()),
                measured.basis());
    }

    private static Chart chart(String what, List<Integer> sizes, List<Measured> measured) {
        return Chart.bars(
                "Server CPU per delivery by " + what,
                "µs",
                sizes.stream().map(String::valueOf).toList(),
                List.of(new Chart.Series(
                        "µs per delivery",
                        measured.stream().map(Measured::cpuMicrosPerDelivery).toList())));
    }
}
