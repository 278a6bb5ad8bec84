package org.holdfast.room;

import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.account.Accounts;
import org.holdfast.log.Draft;
import org.holdfast.log.Event;
import org.holdfast.log.Write;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;

/** A member becomes something else in its room. The last owner has to make another one first. */
record RoleChange(Account by, long who, RoomRole role, long room, Access access, Memberships memberships)
        implements Write {
    @Override
    public boolean isAlone() {
        return true;
    }

    /** Two owners who go at once, each at another node, would leave none. */
    @Override
    public List<Long> guarded() {
        return List.of(room);
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        access.check(transaction, by, room, RoomPermission.SET_ROLES);
        RoomPeople people = new RoomPeople(transaction, room);
        if (people.roleOf(who) == role) return List.of();
        people.make(who, role);
        if (!people.hasOwner()) throw new Refusal(Code.FORBIDDEN, "A room needs an owner: make another one first.");
        return List.of(
                MembershipEvents.became(room, by, Accounts.any(transaction, who).orElseThrow(), role));
    }

    @Override
    public void committed(List<Event> events) {
        if (!events.isEmpty()) memberships.became(room, who, role);
    }
}
