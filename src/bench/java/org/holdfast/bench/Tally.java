package org.holdfast.bench;

import org.HdrHistogram.Histogram;

/** What all wires of a run have received. */
final class Tally {
    private static final int DIGITS = 3;

    final Histogram deliveries = new Histogram(DIGITS);
    final Histogram acks = new Histogram(DIGITS);
    private long refused;
    private long disordered;
    private long lastAt;
    private String firstRefusal = "";

    void delivered(long now, long intended) {
        deliveries.recordValue(Math.max(0, now - intended));
        lastAt = now;
    }

    void acked(long now, long intended) {
        acks.recordValue(Math.max(0, now - intended));
        lastAt = now;
    }

    void refused(String text) {
        if (refused++ == 0) firstRefusal = text;
    }

    void disordered() {
        disordered++;
    }

    /** When the last one came. */
    long lastAt() {
        return lastAt;
    }

    long refusals() {
        return refused;
    }

    void reset() {
        deliveries.reset();
        acks.reset();
        refused = 0;
        disordered = 0;
        firstRefusal = "";
    }

    /** What is wrong with it; empty: nothing. */
    String fault(long expectedDeliveries, long expectedAcks) {
        if (!broken().isEmpty()) return broken();
        if (deliveries.getTotalCount() != expectedDeliveries)
            return deliveries.getTotalCount() + " of " + expectedDeliveries + " deliveries came";
        if (acks.getTotalCount() != expectedAcks) return acks.getTotalCount() + " of " + expectedAcks + " acks came";
        return "";
    }

    /** What should not have come; empty: nothing. */
    String broken() {
        if (refused > 0) return refused + " refused, the first: " + firstRefusal.replace('|', '/');
        return disordered == 0 ? "" : disordered + " out of order, doubled or skipped";
    }
}
