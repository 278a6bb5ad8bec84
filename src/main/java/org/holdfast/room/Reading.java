package org.holdfast.room;

import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Draft;
import org.holdfast.log.EventStore;
import org.holdfast.log.Write;
import org.holdfast.wire.Fields;
import org.jdbi.v3.core.Handle;

/**
 * How far an account has read a room. All its checks come before its rows, so it may share a transaction.
 *
 * @param isBack the account wants to read again what came after it; else the mark goes only forwards: another device may be further
 */
record Reading(Account account, long room, long sequence, boolean isBack, Access access) implements Write {
    @Override
    public List<Draft> drafts(Handle transaction) {
        access.check(transaction, account, room, RoomPermission.READ);
        if (sequence > head(transaction)) throw Fields.bad("sequence", "must not be beyond the room's newest event");
        if (!move(transaction)) return List.of();
        String body = "{\"room\":" + room + ",\"sequence\":" + sequence + (isBack ? ",\"back\":true}" : "}");
        return List.of(new Draft(account.log(), "read", account.author(), null, body));
    }

    private long head(Handle transaction) {
        return EventStore.head(transaction, room);
    }

    private boolean move(Handle transaction) {
        int moved = transaction.execute(
                "UPDATE read_mark SET sequence = ? WHERE account = ? AND room = ? AND sequence " + (isBack ? ">" : "<")
                        + " ?",
                sequence,
                account.id(),
                room,
                sequence);
        return moved > 0 || !isBack && insert(transaction) > 0;
    }

    private int insert(Handle transaction) {
        return transaction.execute(
                "INSERT INTO read_mark (account, room, sequence) SELECT a.id, CAST(? AS BIGINT), CAST(? AS BIGINT) "
                        + "FROM account a WHERE a.id = ? AND NOT EXISTS "
                        + "(SELECT 1 FROM read_mark k WHERE k.account = a.id AND k.room = ?)",
                room,
                sequence,
                account.id(),
                room);
    }
}
