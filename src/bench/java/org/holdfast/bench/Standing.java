package org.holdfast.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a server has shown beside the others.
 *
 * @param none why it has shown nothing; empty: it has
 */
record Standing(String name, String none, Map<Load, Measured> measured) {
    static final List<String> HEADS = List.of(
            "server",
            "post → delivery, p50 / p99 / max ms",
            "server CPU, µs per delivery",
            "deliveries/s",
            "busy, % of a core: server / load",
            "Holdfast ÷ it: p50, p99, CPU, deliveries/s",
            "span");

    /** @param holdfast what it is compared with */
    List<String> row(Load load, Standing holdfast) {
        if (!none.isEmpty()) return List.of(name, "–", "–", "–", "–", "–", none);
        Measured mine = measured.get(load);
        return List.of(
                name,
                mine.latency(mine.delivery()),
                mine.figure("%.2f", mine.cpuMicrosPerDelivery()),
                mine.figure("%,.0f", mine.deliveriesPerSecond()),
                busy(mine),
                holdfast.none.isEmpty() ? ratios(holdfast.measured.get(load), mine) : "–",
                this == holdfast ? mine.basis() : mine.basis().replace(Report.FAILED, Report.FAILED_ELSEWHERE));
    }

    private static String busy(Measured mine) {
        if (!mine.isGood()) return "–";
        double server = 100 * mine.cpu().server() / mine.seconds();
        double load = 100 * mine.cpu().load() / mine.seconds();
        return String.format(Locale.ROOT, "%.0f / %.0f", server, load);
    }

    private static String ratios(Measured holdfast, Measured mine) {
        if (!holdfast.isGood() || !mine.isGood()) return "–";
        return String.format(
                Locale.ROOT,
                "%.2f, %.2f, %.2f, %.2f",
                Measured.millis(holdfast.delivery(), 50) / Measured.millis(mine.delivery(), 50),
                Measured.millis(holdfast.delivery(), 99) / Measured.millis(mine.delivery(), 99),
                holdfast.cpuMicrosPerDelivery() / mine.cpuMicrosPerDelivery(),
                holdfast.deliveriesPerSecond() / mine.deliveriesPerSecond());
    }
}
