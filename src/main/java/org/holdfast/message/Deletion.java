package org.holdfast.message;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.audit.Action;
import org.holdfast.audit.AuditLog;
import org.holdfast.file.Attachments;
import org.holdfast.log.Draft;
import org.holdfast.log.Event;
import org.holdfast.log.EventStore;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.jdbi.v3.core.Handle;

/** A message is taken away, with all that it ever said: by its author, or by whoever moderates the room. */
record Deletion(Target target, Access access) implements Amendment {
    @Override
    public Draft event() {
        return target.draft(Event.REDACTION, "");
    }

    @Override
    public boolean change(Handle transaction) {
        access.check(transaction, target.account(), target.room(), RoomPermission.READ);
        MessageRow row = MessageRow.of(transaction, target);
        boolean isOwn = row.author() == target.account().id();
        if (!isOwn) access.check(transaction, target.account(), target.room(), RoomPermission.MODERATE);
        if (row.isDeleted()) return false;
        take(transaction, row);
        if (!isOwn) audit(transaction, row);
        return true;
    }

    private void take(Handle transaction, MessageRow row) {
        EventStore.redact(transaction, target.room(), said(transaction, row));
        Attachments.withdraw(transaction, target.room(), target.message());
        MessageRow.make(transaction, target);
        transaction.execute(
                "UPDATE message_change SET text = NULL, pinned_at = NULL, deleted_at = ?, deleted_by = ? "
                        + "WHERE room = ? AND message = ?",
                System.currentTimeMillis(),
                target.account().id(),
                target.room(),
                target.message());
        transaction.execute("DELETE FROM reaction WHERE room = ? AND message = ?", target.room(), target.message());
    }

    private void audit(Handle transaction, MessageRow row) {
        String subject = "room " + target.room() + ", message " + target.message() + " of account " + row.author();
        AuditLog.add(
                transaction,
                Action.MESSAGE_DELETED,
                target.account().id(),
                target.account().name(),
                subject,
                "");
    }

    /** The message's own event, and those of its edits. */
    private List<Long> said(Handle transaction, MessageRow row) {
        List<Long> said = new ArrayList<>(List.of(target.message()));
        if (row.isEdited()) said.addAll(Edits.of(transaction, target.room(), target.message()));
        return said;
    }
}
