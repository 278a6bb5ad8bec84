package org.holdfast.room;

import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Draft;
import org.holdfast.log.Event;
import org.holdfast.log.Write;
import org.jdbi.v3.core.Handle;

/** An account goes out of a room. The event of it is the last that its connections are sent of the room. */
record Leaving(Account account, long room, Memberships memberships) implements Write {
    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        if (!memberships.isMember(transaction, room, account.id())) throw Rooms.notFound();
        transaction.execute("DELETE FROM membership WHERE room = ? AND account = ?", room, account.id());
        return List.of(MembershipEvents.left(room, account), MembershipEvents.roomLeft(room, account));
    }

    @Override
    public void committed(List<Event> events) {
        memberships.left(room, account.id(), events.get(0).sequence());
    }
}
