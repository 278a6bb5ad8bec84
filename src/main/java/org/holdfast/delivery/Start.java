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
        long head = log.head();
        String reset = known == null ? null : obstacle(log, head, known);
        long position = known == null || reset != null ? Math.max(0, head - snapshot) : known.sequence();
        return new Start(log, position, head, reset);
    }

    private static String obstacle(RoomLog log, long head, ResumePoint known) {
        if (!known.epoch().equals(log.epoch())) return "epoch";
        return known.sequence() > head ? "ahead" : null;
    }

    /** The members of a room state that delivery knows: protocol section 3.1. */
    public String json() {
        return "\"log\":" + log.id() + ",\"epoch\":\"" + log.epoch() + "\",\"position\":" + position + ",\"head\":"
                + head + (reset == null ? "" : ",\"reset\":\"" + reset + "\"");
    }
}
