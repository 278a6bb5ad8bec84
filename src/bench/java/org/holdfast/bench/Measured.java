package org.holdfast.bench;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What a run has shown.
 *
 * @param fault what was wrong; then none of the figures counts. Empty: nothing
 * @param seconds from the first post to the last receipt
 * @param cpu meanwhile
 */
record Measured(String fault, double seconds, long posts, long deliveries, Cpu cpu, Histogram delivery, Histogram ack) {
    private static final double NANOS_PER_MILLI = 1e6;

    boolean isGood() {
        return fault.isEmpty();
    }

    double deliveriesPerSecond() {
        return deliveries / seconds;
    }

    double postsPerSecond() {
        return posts / seconds;
    }

    double cpuMicrosPerDelivery() {
        return cpu.server() * 1e6 / deliveries;
    }

    /** A figure, or that there is none. */
    String figure(String format, double value) {
        return isGood() ? String.format(Locale.ROOT, format, value) : "–";
    }

    static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }

    /** p50 / p99 / max in milliseconds. */
    String latency(Histogram histogram) {
        if (!isGood()) return "–";
        return String.format(
                Locale.ROOT,
                "%.2f / %.2f / %.2f",
                millis(histogram, 50),
                millis(histogram, 99),
                histogram.getMaxValue() / NANOS_PER_MILLI);
    }

    /** The span and count that each figure is of. */
    String basis() {
        if (!isGood()) return Report.FAILED + fault;
        String format = "%.1f s, %,d posts, %,d deliveries%s";
        return String.format(Locale.ROOT, format, seconds, posts, deliveries, compilers());
    }

    /** Only of a virtual machine: of others it is not known, and not none. */
    private String compilers() {
        double percent = 100 * cpu.compilers() / cpu.server();
        return percent > 0 ? String.format(Locale.ROOT, "; JIT %.0f %% of the CPU", percent) : "";
    }
}
