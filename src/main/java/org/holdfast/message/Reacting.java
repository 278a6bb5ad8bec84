package org.holdfast.message;

import org.holdfast.log.Draft;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.holdfast.wire.Code;
import org.holdfast.wire.Emoji;
import org.holdfast.wire.JsonText;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;

/** Somebody puts an emoji to a message, or takes their own away. */
record Reacting(Target target, Emoji emoji, boolean on, Access access) implements Amendment {
    /** Different ones on a message. */
    private static final int MOST = 20;

    @Override
    public Draft event() {
        return target.draft("reaction", "\"emoji\":" + JsonText.quote(emoji.text()) + ",\"on\":" + on);
    }

    @Override
    public boolean change(Handle transaction) {
        access.check(transaction, target.account(), target.room(), RoomPermission.POST);
        MessageRow.standing(transaction, target);
        return on ? put(transaction) : take(transaction);
    }

    private boolean take(Handle transaction) {
        return transaction.execute(
                        "DELETE FROM reaction WHERE room = ? AND message = ? AND emoji = ? AND account = ?",
                        target.room(),
                        target.message(),
                        emoji.text(),
                        target.account().id())
                > 0;
    }

    private boolean put(Handle transaction) {
        if (others(transaction) >= MOST)
            throw new Refusal(Code.FORBIDDEN, "A message has at most " + MOST + " different reactions.");
        return transaction.execute(
                        "INSERT INTO reaction (room, message, emoji, account, at) SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS "
                                + "(SELECT 1 FROM reaction WHERE room = ? AND message = ? AND emoji = ? AND account = ?)",
                        target.room(),
                        target.message(),
                        emoji.text(),
                        target.account().id(),
                        System.currentTimeMillis(),
                        target.room(),
                        target.message(),
                        emoji.text(),
                        target.account().id())
                > 0;
    }

    private int others(Handle transaction) {
        return transaction
                .select(
                        "SELECT COUNT(DISTINCT emoji) FROM reaction WHERE room = ? AND message = ? AND emoji <> ?",
                        target.room(),
                        target.message(),
                        emoji.text())
                .mapTo(Integer.class)
                .one();
    }
}
