package org.holdfast.room;

import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Draft;
import org.holdfast.log.Event;
import org.holdfast.log.Write;
import org.jdbi.v3.core.Handle;

/** An account comes into a room. */
record Joining(Account account, long room, Memberships memberships) implements Write {
    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        if (!exists(transaction)) throw Rooms.notFound();
        if (memberships.isMember(transaction, room, account.id())) return List.of();
        memberships.checkPlace(transaction, account.id());
        Memberships.insert(transaction, room, account.id());
        return List.of(MembershipEvents.joined(room, account), MembershipEvents.roomJoined(room, account));
    }

    private boolean exists(Handle transaction) {
        return transaction
                .createQuery("SELECT 1 FROM room WHERE log = :room")
                .bind("room", room)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    @Override
    public void committed(List<Event> events) {
        if (!events.isEmpty()) memberships.joined(room, account.id());
    }
}
