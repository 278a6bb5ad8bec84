package org.holdfast.message;

import java.util.Optional;
import org.holdfast.log.EventStore;
import org.jdbi.v3.core.Handle;

/**
 * Whether somebody follows a thread, and how far they have read it.
 *
 * @param read the sequence of the newest reply that they have read, or that is not for them to read
 */
public record ThreadFollow(boolean isFollowing, long read) {
    static final ThreadFollow NONE = new ThreadFollow(false, 0);

    public String json() {
        return "{" + members() + "}";
    }

    String members() {
        return "\"following\":" + isFollowing + ",\"read\":" + read;
    }

    static Optional<ThreadFollow> find(Handle handle, long account, long room, long thread) {
        return handle.select(
                        "SELECT following, sequence FROM thread_follow WHERE account = ? AND room = ? AND thread = ?",
                        account,
                        room,
                        thread)
                .map((row, context) -> new ThreadFollow(row.getBoolean(1), row.getLong(2)))
                .findOne();
    }

    void save(Handle transaction, long account, long room, long thread) {
        transaction.execute(
                "DELETE FROM thread_follow WHERE account = ? AND room = ? AND thread = ?", account, room, thread);
        transaction.execute(
                "INSERT INTO thread_follow (account, room, thread, following, sequence) VALUES (?, ?, ?, ?, ?)",
                account,
                room,
                thread,
                isFollowing,
                read);
    }

    /** Whoever writes in a thread follows it, whatever they said before; whoever began it, unless they said otherwise. The room is locked. */
    static void written(Handle transaction, long account, long room, long thread) {
        long next = EventStore.head(transaction, room) + 1;
        new ThreadFollow(true, next).save(transaction, account, room, thread);
        transaction.execute(
                "INSERT INTO thread_follow (account, room, thread, following, sequence)"
                        + " SELECT e.author, e.log, e.sequence, TRUE, e.sequence FROM event e"
                        + " WHERE e.log = ? AND e.sequence = ? AND NOT EXISTS (SELECT 1 FROM thread_follow f"
                        + " WHERE f.account = e.author AND f.room = e.log AND f.thread = e.sequence)",
                room,
                thread);
    }
}
