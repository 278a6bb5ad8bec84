package org.holdfast.room;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.db.Engine;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Which rooms are put away. Where other nodes put rooms away, too, the database is asked each time. */
final class ArchivedRooms {
    private final boolean isShared;

    /** Null until the first is asked for. Changed by the drain after its commit, which also asks. */
    private volatile Set<Long> known;

    ArchivedRooms(Jdbi jdbi) {
        isShared = Engine.of(jdbi).isShared();
    }

    boolean contains(Handle handle, long room) {
        if (isShared) return isArchived(handle, room);
        if (known == null) known = all(handle);
        return known.contains(room);
    }

    /** It was put away, or taken up again. */
    void changed(Handle handle, long room) {
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
        Set<Long> all = ConcurrentHashMap.newKeySet();
        handle.select("SELECT log FROM room WHERE archived_at IS NOT NULL")
                .mapTo(Long.class)
                .forEach(all::add);
        return all;
    }
}
