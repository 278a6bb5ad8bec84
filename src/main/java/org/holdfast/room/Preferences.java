package org.holdfast.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.log.EventStore;
import org.holdfast.log.LogWriter;
import org.jdbi.v3.core.Jdbi;

/** What people want of the rooms they are in. Each change is an event of the account's log, for its other devices. */
@ApplicationScoped
public class Preferences {
    /** @param head of the account's log, which later events change it from */
    public record Known(long head, List<RoomPreferences> rooms) {}

    private final Jdbi jdbi;
    private final LogWriter writer;
    private final Access access;

    @Inject
    public Preferences(Jdbi jdbi, LogWriter writer, Access access) {
        this.jdbi = jdbi;
        this.writer = writer;
        this.access = access;
    }

    /** For the container's proxy. */
    protected Preferences() {
        this(null, null, null);
    }

    /** Of the rooms that the account is in, where it wants anything but the usual. */
    public Known of(Account account) {
        return jdbi.withHandle(handle -> {
            // The head first: what is read after it is of then, or newer.
            long head = EventStore.head(handle, account.log());
            List<RoomPreferences> rooms = handle.select(
                            "SELECT " + RoomPreferences.COLUMNS + " FROM room_preference p"
                                    + " JOIN membership m ON m.account = p.account AND m.room = p.room"
                                    + " WHERE p.account = ? ORDER BY p.room",
                            account.id())
                    .map(RoomPreferences::of)
                    .list();
            return new Known(head, rooms);
        });
    }

    /** No event: all was so already. The stage may fail with {@code bad_field} or {@code not_found}. */
    public CompletionStage<List<Event>> change(Account account, long room, PreferenceChange change) {
        return writer.submit(new Preferring(account, room, change, access));
    }
}
