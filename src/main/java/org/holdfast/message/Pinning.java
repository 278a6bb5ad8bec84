package org.holdfast.message;

import org.holdfast.log.Draft;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.jdbi.v3.core.Handle;

/** A message is put where everybody in its room finds it, or taken from there. */
record Pinning(Target target, boolean on, Access access) implements Amendment {
    @Override
    public Draft event() {
        return target.draft("pinned", "\"on\":" + on);
    }

    @Override
    public boolean change(Handle transaction) {
        access.check(transaction, target.account(), target.room(), RoomPermission.POST);
        if (MessageRow.standing(transaction, target).isPinned() == on) return false;
        MessageRow.make(transaction, target);
        transaction.execute(
                "UPDATE message_change SET pinned_at = ?, pinned_by = ? WHERE room = ? AND message = ?",
                on ? System.currentTimeMillis() : null,
                on ? target.account().id() : null,
                target.room(),
                target.message());
        return true;
    }
}
