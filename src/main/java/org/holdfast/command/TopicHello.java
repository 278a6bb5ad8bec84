package org.holdfast.command;

import java.util.Map;
import org.holdfast.delivery.Cursor;
import org.holdfast.delivery.ResumePoint;
import org.holdfast.delivery.Start;
import org.holdfast.log.RoomLog;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Query;

/**
 * Where a reader of a topic wants to begin.
 *
 * @param positions what its cursor says; empty: it has none
 * @param newest without a cursor: with how many of the newest events it begins
 */
public record TopicHello(Map<Long, ResumePoint> positions, long newest) {
    private static final String EARLIEST = "earliest";
    private static final long MOST_CURSOR = 120;

    /** Of another log: its events have nothing to do with these. */
    private static final ResumePoint ELSEWHERE = new ResumePoint("", 0);

    /**
     * By {@code since}, a cursor or {@code earliest}, and {@code last}, a number of events.
     *
     * @throws org.holdfast.wire.Refusal {@code bad_field}
     */
    public static TopicHello of(Query query) {
        String since = query.textOr("since", Integer.MAX_VALUE, "");
        if (EARLIEST.equals(since)) return new TopicHello(Map.of(), Long.MAX_VALUE);
        return new TopicHello(Map.of(), query.numberOr("last", 0)).goingOnAt(since);
    }

    /** @param cursor null or empty: it stays as it is */
    public TopicHello goingOnAt(String cursor) {
        if (cursor == null || cursor.isEmpty()) return this;
        if (cursor.length() > MOST_CURSOR) throw Fields.bad("since", "must be a cursor that the server gave");
        return new TopicHello(Cursor.read(cursor), newest);
    }

    public boolean hasCursor() {
        return !positions.isEmpty();
    }

    Start start(RoomLog log) {
        ResumePoint known = hasCursor() ? positions.getOrDefault(log.id(), ELSEWHERE) : null;
        return Start.ofTopic(log, known, newest);
    }
}
