package org.holdfast.message;

import org.holdfast.log.Draft;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.holdfast.wire.Code;
import org.holdfast.wire.JsonText;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;

/** Its author gives a message another text. */
record Editing(Target target, MessageText text, Access access) implements Amendment {
    @Override
    public Draft event() {
        return target.draft("edited", "\"text\":" + JsonText.quote(text.text()));
    }

    @Override
    public boolean change(Handle transaction) {
        access.check(transaction, target.account(), target.room(), RoomPermission.POST);
        MessageRow row = MessageRow.standing(transaction, target);
        if (row.author() != target.account().id())
            throw new Refusal(Code.FORBIDDEN, "Only its author can change a message.");
        if (text.text().equals(row.text())) return false;
        MessageRow.make(transaction, target);
        transaction.execute(
                "UPDATE message_change SET text = ?, edited_at = ? WHERE room = ? AND message = ?",
                text.text(),
                System.currentTimeMillis(),
                target.room(),
                target.message());
        remember(transaction);
        return true;
    }

    /** Where the event will be: the next of the log, which is locked, and whose counter is saved after this. */
    private void remember(Handle transaction) {
        transaction.execute(
                "INSERT INTO message_edit (room, message, sequence) SELECT id, ?, last_sequence + 1 FROM log WHERE id = ?",
                target.message(),
                target.room());
    }
}
