package org.holdfast.delivery;

import org.holdfast.log.RoomLog;

/**
 * Where delivery of a log begins.
 *
 * @param position the events after it are sent
 * @param head the newest sequence at that moment
 * @param reset why the client has to begin anew; null: it goes on, or it named nothing
 */
public record Start(RoomLog log, long position, long head, String reset) {

    /** @param snapshot how many of the newest events a client is given that can't go on */
    public static Start of(RoomLog log, ResumePoint known, int snapshot) {
        long head = head(log, known);
        String reset = known == null ? null : obstacle(log, head, known);
        long position = known == null || reset != null ? Math.max(log.keptAfter(), head - snapshot) : known.sequence();
        return new Start(log, position, head, reset);
    }

    /**
     * Where a reader of a topic begins.
     *
     * @param known null: it names nothing
     * @param newest with how many of the newest events it begins then
     */
    public static Start ofTopic(RoomLog log, ResumePoint known, long newest) {
        long head = head(log, known);
        String reset = known == null ? null : obstacle(log, head, known);
        if (known != null && reset == null) return new Start(log, known.sequence(), head, null);
        // Whoever can't go on is given all that is kept.
        long position = reset != null ? 0 : head - newest;
        return new Start(log, Math.max(log.keptAfter(), position), head, reset);
    }

    /** Whoever was sent more than is known here had it from another node. */
    private static long head(RoomLog log, ResumePoint known) {
        if (known != null && known.epoch().equals(log.epoch())) log.catchUpTo(known.sequence());
        return log.head();
    }

    private static String obstacle(RoomLog log, long head, ResumePoint known) {
        if (!known.epoch().equals(log.epoch())) return "epoch";
        if (known.sequence() > head) return "ahead";
        return known.sequence() < log.keptAfter() ? "expired" : null;
    }

    /** The members of a room state that delivery knows: protocol section 3.1. */
    public String json() {
        return "\"log\":" + log.id() + ",\"epoch\":\"" + log.epoch() + "\",\"position\":" + position + ",\"head\":"
                + head + (reset == null ? "" : ",\"reset\":\"" + reset + "\"");
    }
}
