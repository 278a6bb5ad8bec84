package org.holdfast.message;

import java.util.List;
import java.util.Optional;
import org.holdfast.account.Account;
import org.holdfast.log.Draft;
import org.holdfast.log.EventStore;
import org.holdfast.log.Write;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.jdbi.v3.core.Handle;

/**
 * Somebody follows a thread, or no more, or has read it further. All its checks come before its rows, so it may share a transaction.
 *
 * @param following null: it stays
 * @param read 0: it stays; the mark goes only forwards, since another device may be further
 */
record ThreadMarking(Account account, long room, long thread, Boolean following, long read, Access access)
        implements Write {
    /** Two devices at two nodes: the second goes on from what the first said. */
    @Override
    public List<Long> guarded() {
        return List.of(account.log());
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        access.check(transaction, account, room, RoomPermission.READ);
        // A thread outlives the message that it began with.
        if (!Threads.isBegun(transaction, room, thread)) MessageRow.standing(transaction, room, thread);
        Optional<ThreadFollow> before = ThreadFollow.find(transaction, account.id(), room, thread);
        ThreadFollow after = after(transaction, before.orElse(ThreadFollow.NONE));
        if (before.equals(Optional.of(after)) || isOnlyLookedAt(after)) return List.of();
        after.save(transaction, account.id(), room, thread);
        String body = "{\"room\":" + room + ",\"thread\":" + thread + "," + after.members() + "}";
        return List.of(new Draft(account.log(), "thread", account.author(), null, body));
    }

    /** Kept, it would be taken for a wish not to follow. */
    private boolean isOnlyLookedAt(ThreadFollow after) {
        return following == null && !after.isFollowing();
    }

    /** Whoever begins to follow has nothing to catch up with. */
    private ThreadFollow after(Handle transaction, ThreadFollow before) {
        boolean isFollowing = following == null ? before.isFollowing() : following;
        long sequence = Math.min(Math.max(before.read(), read), head(transaction));
        return new ThreadFollow(isFollowing, isFollowing && !before.isFollowing() ? head(transaction) : sequence);
    }

    private long head(Handle transaction) {
        return EventStore.head(transaction, room);
    }
}
