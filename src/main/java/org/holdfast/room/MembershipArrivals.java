package org.holdfast.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.holdfast.log.Event;
import org.holdfast.wire.Fields;
import org.holdfast.wire.FrameReader;
import org.jdbi.v3.core.Jdbi;

/**
 * Rooms and memberships that changed by another node: whoever has a connection here is given the room, or sent nothing more of it. The log is behind what
 * the database says by now, so the database is asked: somebody who left may be back.
 */
@ApplicationScoped
public class MembershipArrivals {
    private final Jdbi jdbi;
    private final Memberships memberships;
    private final Rooms rooms;

    @Inject
    public MembershipArrivals(Jdbi jdbi, Memberships memberships, Rooms rooms) {
        this.jdbi = jdbi;
        this.memberships = memberships;
        this.rooms = rooms;
    }

    /** For the container's proxy. */
    protected MembershipArrivals() {
        this(null, null, null);
    }

    /** Before the event can be sent. The events of topics have no names that mean anything here, but for their bodies. */
    public void arriving(Event event) {
        switch (event.type()) {
            case "changed" -> rooms.changed(event.log());
            case "left" -> left(event);
            case "room-joined" -> joined(event);
            default -> {
                // It changes no membership.
            }
        }
    }

    private void left(Event event) {
        Fields body = FrameReader.readObject(event.body());
        if (!body.has("account")) return;
        long account = body.object("account").number("id");
        memberships.left(event.log(), account, event.sequence());
        rejoin(event.log(), account);
    }

    private void joined(Event event) {
        Fields body = FrameReader.readObject(event.body());
        if (body.has("room")) owner(event.log()).ifPresent(account -> rejoin(body.number("room"), account));
    }

    private void rejoin(long room, long account) {
        RoomRole role = memberships.roomsOf(account).get(room);
        if (role != null) memberships.joined(room, account, role);
    }

    private Optional<Long> owner(long log) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM account WHERE log = :log")
                .bind("log", log)
                .mapTo(Long.class)
                .findOne());
    }
}
