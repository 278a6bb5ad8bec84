package org.holdfast.room;

import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Draft;
import org.holdfast.log.EventStore;
import org.holdfast.log.Write;
import org.holdfast.wire.Fields;
import org.jdbi.v3.core.Handle;

/** An account wants something else of a room. All its checks come before its rows, so it may share a transaction. */
record Preferring(Account account, long room, PreferenceChange change, Access access) implements Write {
    /** Two devices at two nodes: the second changes what the first made of it. */
    @Override
    public List<Long> guarded() {
        return List.of(account.log());
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        access.check(transaction, account, room, RoomPermission.READ);
        RoomPreferences before = now(transaction);
        RoomPreferences after = change.of(before);
        if (after.equals(before)) return List.of();
        if (after.closed() != null && !after.closed().equals(before.closed())) checkClosed(transaction, after.closed());
        save(transaction, after);
        return List.of(new Draft(account.log(), "preferences", account.author(), null, after.json()));
    }

    /** There is another way out of other rooms; and what has not come yet must not be out of sight when it does. */
    private void checkClosed(Handle transaction, long closed) {
        if (!access.isDirect(transaction, room)) throw Fields.bad("closed", "is for direct rooms alone");
        if (closed > EventStore.head(transaction, room))
            throw Fields.bad("closed", "must not be beyond the room's newest event");
    }

    private RoomPreferences now(Handle transaction) {
        return transaction
                .select(
                        "SELECT " + RoomPreferences.COLUMNS
                                + " FROM room_preference p WHERE p.account = ? AND p.room = ?",
                        account.id(),
                        room)
                .map(RoomPreferences::of)
                .findOne()
                .orElse(RoomPreferences.usual(room));
    }

    private void save(Handle transaction, RoomPreferences wanted) {
        transaction.execute("DELETE FROM room_preference WHERE account = ? AND room = ?", account.id(), room);
        if (wanted.equals(RoomPreferences.usual(room))) return;
        transaction.execute(
                "INSERT INTO room_preference (account, room, muted, level, favourite, closed)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                account.id(),
                room,
                wanted.muted(),
                wanted.levelName(),
                wanted.favourite(),
                wanted.closed());
    }
}
