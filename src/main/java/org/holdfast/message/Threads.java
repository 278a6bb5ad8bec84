package org.holdfast.message;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The messages that answer one another. They stand in the room's log like all others; who reads a thread finds them here. */
final class Threads {
    private static final String STANDING = " FROM reply r LEFT JOIN message_change c"
            + " ON c.room = r.room AND c.message = r.message WHERE r.room = :room AND c.deleted_at IS NULL";

    private Threads() {}

    /** Whether anybody ever answered, whatever became of it. */
    static boolean isBegun(Handle handle, long room, long thread) {
        return handle.select("SELECT 1 FROM reply WHERE room = ? AND thread = ? LIMIT 1", room, thread)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Of the messages that threads began with, how many answered. */
    static Map<Long, Change.Replies> replies(Handle handle, long room, List<Long> messages) {
        return handle
                .createQuery("SELECT r.thread, COUNT(*), MAX(r.at)" + STANDING
                        + " AND r.thread IN (<messages>) GROUP BY r.thread")
                .bind("room", room)
                .bindList("messages", messages)
                .map((row, context) -> Map.entry(row.getLong(1), new Change.Replies(row.getInt(2), row.getLong(3))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The sequences of the newest before one, in order; before 0: of the newest. */
    static List<Long> before(Handle handle, long room, long thread, long before, int most) {
        List<Long> newest = handle.createQuery("SELECT r.message" + STANDING
                        + " AND r.thread = :thread AND r.message < :before ORDER BY r.message DESC LIMIT :most")
                .bind("room", room)
                .bind("thread", thread)
                .bind("before", before == 0 ? Long.MAX_VALUE : before)
                .bind("most", most)
                .mapTo(Long.class)
                .list();
        return newest.stream().sorted().toList();
    }
}
