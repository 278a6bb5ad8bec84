package org.holdfast.room;

import java.util.HashSet;
import java.util.Set;
import org.holdfast.db.Engine;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Which rooms are put away. Where other nodes put rooms away, too, the database is asked each time. */
final class ArchivedRooms {
    private final boolean isShared;

    /** Null until the first is asked for. Read under the lock: what is put away meanwhile would be missing for ever. */
    private Set<Long> known;

    ArchivedRooms(Jdbi jdbi) {
        isShared = Engine.of(jdbi).isShared();
    }

    boolean contains(Handle handle, long room) {
        return isShared ? isArchived(handle, room) : isKnown(handle, room);
    }

    private synchronized boolean isKnown(Handle handle, long room) {
        if (known == null) known = all(handle);
        return known.contains(room);
    }

    /** It was put away, or taken up again. */
    synchronized void changed(Handle handle, long room) {
        if (known == null) return;
        if (isArchived(handle, room)) known.add(room);
        else known.remove(room);
    }

    private static boolean isArchived(Handle handle, long room) {
        return handle.select("SELECT 1 FROM room WHERE log = ? AND archived_at IS NOT NULL", room)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static Set<Long> all(Handle handle) {
        return new HashSet<>(handle.select("SELECT log FROM room WHERE archived_at IS NOT NULL")
                .mapTo(Long.class)
                .list());
    }
}
