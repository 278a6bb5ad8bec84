package org.holdfast.command;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.delivery.Cursor;
import org.holdfast.delivery.ResumePoint;
import org.holdfast.delivery.Start;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Query;

/**
 * What a {@code hello} says: protocol section 3.1.
 *
 * @param session the one to continue, or a new one; only connections of the same account are looked up by it
 * @param turn counts the client's connections: of those of one session the one with the greatest stays
 * @param first the log whose events are sent before those of the others; 0: none
 * @param showing whether its person is shown, and told who else is here
 * @param positions the last event that the client has of each log
 */
public record HelloData(
        long protocol, String session, long turn, long first, Showing showing, Map<Long, ResumePoint> positions) {
    private static final long SPOKEN = 1;
    public static final int MOST_SESSION = 64;
    private static final int MOST_EPOCH = 64;
    private static final int MOST_CLIENT = 100;
    private static final int MOST_WORD = 64;
    /** What a URL can be trusted to carry. */
    private static final int MOST_CURSOR = 4_096;

    private static final int SESSION_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public static HelloData of(Fields data) {
        data.textOr("client", MOST_CLIENT, "");
        String session = data.has("session") ? data.text("session", 1, MOST_SESSION) : newSession();
        Showing showing = Showing.of(data.textOr("presence", MOST_WORD, null), data.textOr("told", MOST_WORD, ""));
        Map<Long, ResumePoint> positions = positions(data.objectOrEmpty("positions"));
        return new HelloData(
                        data.number("protocol"),
                        session,
                        data.numberOr("turn", 0),
                        data.numberOr("first", 0),
                        showing,
                        positions)
                .goingOnAt(data.textOr("cursor", Integer.MAX_VALUE, ""));
    }

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public static HelloData of(Query query) {
        String session = query.has("session") ? query.text("session", 1, MOST_SESSION) : newSession();
        Showing showing = Showing.of(query.textOr("presence", MOST_WORD, null), query.textOr("told", MOST_WORD, ""));
        return new HelloData(SPOKEN, session, query.numberOr("turn", 0), query.numberOr("first", 0), showing, Map.of())
                .goingOnAt(query.textOr("cursor", MOST_CURSOR, ""));
    }

    /** @param cursor wins over the positions; null or empty: it does not */
    public HelloData goingOnAt(String cursor) {
        if (cursor == null || cursor.isEmpty()) return this;
        return new HelloData(protocol, session, turn, first, showing, Cursor.read(cursor));
    }

    public String cursor() {
        return Cursor.of(positions);
    }

    /**
     * Whether the client has a position of each of these logs and of no other, can go on at each, and has all of its account's log: what that
     * says of rooms is true at its end only, and a room may have been left and joined again.
     *
     * @param starts the account's own log first
     */
    boolean goesOnWith(List<Start> starts) {
        Set<Long> logs = starts.stream().map(start -> start.log().id()).collect(Collectors.toSet());
        return logs.equals(positions.keySet())
                && starts.stream().allMatch(start -> start.reset() == null)
                && starts.get(0).position() == starts.get(0).head();
    }

    boolean isSpokenHere() {
        return protocol == SPOKEN;
    }

    private static Map<Long, ResumePoint> positions(Fields data) {
        Map<Long, ResumePoint> positions = new HashMap<>();
        for (String log : data.names()) {
            Fields point = data.object(log);
            positions.put(logId(log), new ResumePoint(point.text("epoch", 1, MOST_EPOCH), point.number("sequence")));
        }
        return positions;
    }

    private static long logId(String name) {
        try {
            return Long.parseLong(name);
        } catch (NumberFormatException e) {
            throw Fields.bad("positions", "must be named by log ids");
        }
    }

    private static String newSession() {
        byte[] bytes = new byte[SESSION_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
