package org.holdfast.message;

import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Draft;
import org.holdfast.log.Write;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.jdbi.v3.core.Handle;

/** An account's draft is another one now, or gone. All its checks come before its rows, so it may share a transaction. */
record Drafting(Account account, MessageDraft draft, Access access) implements Write {
    /** Of one account; the oldest make place. */
    static final int MOST = 200;

    /** Two devices at two nodes: the later one stays. */
    @Override
    public List<Long> guarded() {
        return List.of(account.log());
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        access.check(transaction, account, draft.room(), RoomPermission.READ);
        if (isOfThread()) MessageRow.of(transaction, draft.room(), draft.thread());
        int gone = transaction.execute(
                "DELETE FROM message_draft WHERE account = ? AND room = ? AND thread = ?",
                account.id(),
                draft.room(),
                draft.thread());
        if (draft.text().isEmpty() && gone == 0) return List.of();
        if (!draft.text().isEmpty()) insert(transaction);
        return List.of(new Draft(account.log(), "draft", account.author(), null, draft.eventBody()));
    }

    /** An empty one does no harm wherever it was for. */
    private boolean isOfThread() {
        return draft.thread() != 0 && !draft.text().isEmpty();
    }

    private void insert(Handle transaction) {
        transaction.execute(
                "DELETE FROM message_draft WHERE account = ? AND at <= (SELECT at FROM message_draft WHERE account = ?"
                        + " ORDER BY at DESC OFFSET ? ROWS FETCH FIRST 1 ROWS ONLY)",
                account.id(),
                account.id(),
                MOST - 1);
        transaction.execute(
                "INSERT INTO message_draft (account, room, thread, text, at) VALUES (?, ?, ?, ?, ?)",
                account.id(),
                draft.room(),
                draft.thread(),
                draft.text(),
                System.currentTimeMillis());
    }
}
