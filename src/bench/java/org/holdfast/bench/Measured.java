package org.holdfast.bench;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What a run has shown.
 *
 * @param fault what was wrong; then none of the figures counts. Empty: nothing
 * @param seconds from the first post to the last receipt
 * @param cpuSeconds of the server, meanwhile
 * @param compilerSeconds what of it its just-in-time compilers took: much says that it was not warm
 */
record Measured(
        String fault,
        double seconds,
        long posts,
        long deliveries,
        double cpuSeconds,
        double compilerSeconds,
        Histogram delivery,
        Histogram ack) {
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
        return cpuSeconds * 1e6 / deliveries;
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
        double compilers = 100 * compilerSeconds / cpuSeconds;
        String format = "%.1f s, %,d posts, %,d deliveries; JIT %.0f %% of the CPU";
        return String.format(Locale.ROOT, format, seconds, posts, deliveries, compilers);
    }
}
