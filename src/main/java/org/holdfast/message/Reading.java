package org.holdfast.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.log.EventStore;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Single messages of a room, for those who are in it. */
@ApplicationScoped
public class Reading {
    /** Pins that are given, the newest first. */
    private static final int MOST_PINS = 100;

    private static final int MOST_REPLIES = 200;

    private final Jdbi jdbi;
    private final EventStore store;
    private final Access access;

    @Inject
    public Reading(Jdbi jdbi, EventStore store, Access access) {
        this.jdbi = jdbi;
        this.store = store;
        this.access = access;
    }

    /** For the container's proxy. */
    protected Reading() {
        this(null, null, null);
    }

    /** @throws Refusal {@code not_found} */
    public Event one(Account account, long room, long message) {
        access.check(account, room, RoomPermission.READ);
        return jdbi.withHandle(handle -> message(handle, room, message));
    }

    /** The message, then the events that gave it another text, in order; of one that was deleted they say nothing. @throws Refusal {@code not_found} */
    public List<Event> edits(Account account, long room, long message) {
        access.check(account, room, RoomPermission.READ);
        return jdbi.withHandle(handle -> {
            List<Event> all = new ArrayList<>(List.of(message(handle, room, message)));
            all.addAll(store.at(handle, room, Edits.of(handle, room, message)));
            return all;
        });
    }

    /**
     * The replies to a message and to its replies, in order; none when it began no thread.
     *
     * @param before the newest before this sequence; 0: the newest
     * @param limit how many at the most, 1 to 200
     * @throws Refusal {@code not_found}, {@code bad_field}
     */
    public List<Event> thread(Account account, long room, long message, long before, long limit) {
        if (limit < 1 || limit > MOST_REPLIES) throw Fields.bad("limit", "must be 1 to " + MOST_REPLIES);
        access.check(account, room, RoomPermission.READ);
        return jdbi.withHandle(handle -> {
            message(handle, room, message);
            return store.at(handle, room, Threads.before(handle, room, message, before, (int) limit));
        });
    }

    /** Those that are pinned, the newest pin first. @throws Refusal {@code not_found} */
    public List<Event> pins(Account account, long room) {
        access.check(account, room, RoomPermission.READ);
        return jdbi.withHandle(handle -> store.at(handle, room, pinned(handle, room)));
    }

    private static List<Long> pinned(Handle handle, long room) {
        return handle.select(
                        "SELECT message FROM message_change WHERE room = ? AND pinned_at IS NOT NULL "
                                + "ORDER BY pinned_at DESC, message DESC LIMIT ?",
                        room,
                        MOST_PINS)
                .mapTo(Long.class)
                .list();
    }

    private Event message(Handle handle, long room, long message) {
        return store.at(handle, room, List.of(message)).stream()
                .filter(event -> event.type().equals(MessageRow.TYPE))
                .findFirst()
                .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "There is no such message."));
    }
}
