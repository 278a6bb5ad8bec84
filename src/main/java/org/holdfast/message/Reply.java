package org.holdfast.message;

import org.holdfast.wire.Fields;
import org.jdbi.v3.core.Handle;

/** Whether a message on its way answers another, and which thread it belongs to then: that of the answered one, or the one that it begins. */
public final class Reply {
    private final long to;

    /** Known once it is looked for. Used by the transaction that writes, alone. */
    private long thread;

    private Reply(long to) {
        this.to = to;
    }

    /** @param to the sequence of the message that is answered; 0: none is */
    public static Reply to(long to) {
        if (to < 0) throw Fields.bad("reply", "must be the sequence of a message");
        return new Reply(to);
    }

    boolean isNone() {
        return to == 0;
    }

    /** Never another for the same message, whatever became of it: a resend is compared with its first time. */
    void find(Handle transaction, long room) {
        if (isNone()) return;
        thread = transaction
                .select("SELECT thread FROM reply WHERE room = ? AND message = ?", room, to)
                .mapTo(Long.class)
                .findOne()
                .orElse(to);
    }

    /**
     * Makes the message that is written next an answer, after {@link #find}. The room is locked, and its counter is saved after this.
     *
     * @param account whose message it is
     * @throws org.holdfast.wire.Refusal {@code not_found}: there is no such message any more
     */
    void take(Handle transaction, long account, long room) {
        if (isNone()) return;
        MessageRow.standing(transaction, room, to);
        transaction.execute(
                "INSERT INTO reply (room, message, thread, at) SELECT id, last_sequence + 1, ?, ? FROM log WHERE id = ?",
                thread,
                System.currentTimeMillis(),
                room);
        ThreadFollow.written(transaction, account, room, thread);
    }

    /** The members of the message's body, with the comma before them; empty when it answers none. */
    String members() {
        return isNone() ? "" : ",\"reply\":" + to + ",\"thread\":" + thread;
    }
}
