package org.holdfast.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How far accounts have read their rooms. Each move is an event of the account's log: while that stands still, so do the marks. */
final class ReadMarks {
    /** @param head of the account's log, before the marks were read: they are at least of then */
    private record Marks(long head, Map<Long, Long> byRoom) {}

    private final Jdbi jdbi;
    private final Cache<Long, Marks> known;

    ReadMarks(Jdbi jdbi, int most) {
        this.jdbi = jdbi;
        this.known = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** Whoever comes into a room has nothing to catch up with: the mark is at the event that says so, the next of the log, which is locked. */
    static void begin(Handle transaction, long account, long room) {
        transaction.execute("DELETE FROM read_mark WHERE account = ? AND room = ?", account, room);
        transaction.execute(
                "INSERT INTO read_mark (account, room, sequence) SELECT CAST(? AS BIGINT), id, last_sequence + 1"
                        + " FROM log WHERE id = ?",
                account,
                room);
    }

    /** @param head of the account's log now, or earlier */
    Map<Long, Long> of(long account, long head) {
        Marks marks = known.getIfPresent(account);
        if (marks == null || marks.head() < head) {
            marks = new Marks(head, read(account));
            known.put(account, marks);
        }
        return marks.byRoom();
    }

    private Map<Long, Long> read(long account) {
        Map<Long, Long> marks = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT room, sequence FROM read_mark WHERE account = :account")
                .bind("account", account)
                .map((row, context) -> marks.put(row.getLong(1), row.getLong(2)))
                .list());
        return marks;
    }
}
