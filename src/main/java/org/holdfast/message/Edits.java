package org.holdfast.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The events that gave a message another text. */
final class Edits {
    /** One of them. */
    record Edit(long at, String body) {}

    private Edits() {}

    /** Their sequences, in order. */
    static List<Long> of(Handle handle, long room, long message) {
        return handle.select(
                        "SELECT sequence FROM message_edit WHERE room = ? AND message = ? ORDER BY sequence",
                        room,
                        message)
                .mapTo(Long.class)
                .list();
    }

    /**
     * Those that call somebody, of some messages, by their sequence; each message's by the edit's own, in order. Of others there may be any
     * number; these are as many as there are people to call.
     */
    static Map<Long, Map<Long, Edit>> calling(Handle handle, long room, List<Long> messages) {
        Map<Long, Map<Long, Edit>> edits = new HashMap<>();
        if (messages.isEmpty()) return edits;
        handle.createQuery("SELECT d.message, e.sequence, e.at, e.body FROM message_edit d"
                        + " JOIN event e ON e.log = d.room AND e.sequence = d.sequence"
                        + " WHERE (d.room, d.message) IN (<keys>) AND e.body LIKE :calling")
                .bind("calling", Mention.ANYBODY)
                .bindMethodsList("keys", CurrentMessages.Key.of(room, messages), CurrentMessages.Key.COLUMNS)
                .map((row, context) -> edits.computeIfAbsent(row.getLong(1), none -> new TreeMap<>())
                        .put(row.getLong(2), new Edit(row.getLong(3), row.getString(4))))
                .list();
        return edits;
    }
}
