package org.holdfast.message;

import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;

/** What a message is at this moment, for a transaction that holds its room. */
record MessageRow(long author, String text, boolean isEdited, boolean isDeleted, boolean isPinned) {
    static final String TYPE = "message";

    /** @throws Refusal {@code not_found} */
    static MessageRow of(Handle transaction, Target target) {
        return of(transaction, target.room(), target.message());
    }

    static MessageRow of(Handle transaction, long room, long message) {
        return transaction
                .createQuery("SELECT e.author, c.text, c.edited_at, c.deleted_at, c.pinned_at FROM event e "
                        + "LEFT JOIN message_change c ON c.room = e.log AND c.message = e.sequence "
                        + "WHERE e.log = :room AND e.sequence = :message AND e.type = :type")
                .bind("room", room)
                .bind("message", message)
                .bind("type", TYPE)
                .map((row, context) -> new MessageRow(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3) != null,
                        row.getObject(4) != null,
                        row.getObject(5) != null))
                .findOne()
                .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "There is no such message."));
    }

    /** The same, of one that is still to be read. @throws Refusal {@code not_found} */
    static MessageRow standing(Handle transaction, Target target) {
        return standing(transaction, target.room(), target.message());
    }

    static MessageRow standing(Handle transaction, long room, long message) {
        MessageRow row = of(transaction, room, message);
        if (row.isDeleted) throw new Refusal(Code.NOT_FOUND, "This message was deleted.");
        return row;
    }

    /** Makes the row that is changed then. The room is locked: nobody else makes it meanwhile. */
    static void make(Handle transaction, Target target) {
        transaction.execute(
                "INSERT INTO message_change (room, message) SELECT ?, ? WHERE NOT EXISTS "
                        + "(SELECT 1 FROM message_change WHERE room = ? AND message = ?)",
                target.room(),
                target.message(),
                target.room(),
                target.message());
    }
}
