package org.holdfast.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.log.EventStore;
import org.holdfast.log.LogState;
import org.holdfast.wire.Fields;
import org.jdbi.v3.core.Jdbi;

/** What members may look up in a room. */
@ApplicationScoped
public class History {
    private static final int MOST = 200;

    /**
     * Events in order, oldest first.
     *
     * @param head the room's newest sequence
     */
    public record Page(List<Event> events, long head) {}

    private final Jdbi jdbi;
    private final EventStore store;
    private final Access access;

    @Inject
    public History(Jdbi jdbi, EventStore store, Access access) {
        this.jdbi = jdbi;
        this.store = store;
        this.access = access;
    }

    /** For the container's proxy. */
    protected History() {
        this(null, null, null);
    }

    /**
     * Events before a sequence.
     *
     * @param before 0: the newest
     * @param limit how many at the most, 1 to 200
     */
    public Page before(Account account, long room, long before, int limit) {
        access.check(account, room, RoomPermission.READ);
        if (before < 0) throw Fields.bad("before", "must not be negative");
        if (limit < 1 || limit > MOST) throw Fields.bad("limit", "must be 1 to " + MOST);
        long head = store.state(room).map(LogState::head).orElse(0L);
        long end = before == 0 ? head + 1 : Math.min(before, head + 1);
        long first = Math.max(0, end - 1 - limit);
        return new Page(store.after(room, first, (int) (end - 1 - first)), head);
    }

    public List<Member> members(Account account, long room) {
        access.check(account, room, RoomPermission.READ);
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT a.id, a.name, a.display_name, m.role FROM membership m "
                                + "JOIN account a ON a.id = m.account WHERE m.room = :room ORDER BY a.name_key")
                .bind("room", room)
                .map((row, context) ->
                        new Member(row.getLong(1), row.getString(2), row.getString(3), RoomRole.of(row.getString(4))))
                .list());
    }
}
