package org.holdfast.message;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The events that gave a message another text. */
final class Edits {
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
}
