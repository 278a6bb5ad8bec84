package org.holdfast.room;

import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.account.Accounts;
import org.holdfast.log.Draft;
import org.holdfast.log.Event;
import org.holdfast.log.Write;
import org.jdbi.v3.core.Handle;

/** An account comes into a room, by itself or brought by a member. Into an empty one it comes as the owner: somebody has to be. */
final class Joining implements Write {
    private final Account by;
    private final long who;
    private final long room;
    private final Access access;
    private final Memberships memberships;

    /** As what it comes; written with the drafts, read after their commit. */
    private RoomRole role;

    Joining(Account by, long who, long room, Access access, Memberships memberships) {
        this.by = by;
        this.who = who;
        this.room = room;
        this.access = access;
        this.memberships = memberships;
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        access.check(transaction, by, room, by.id() == who ? RoomPermission.JOIN : RoomPermission.ADD_PEOPLE);
        if (memberships.roomsOf(transaction, who).containsKey(room)) return List.of();
        Account person = Accounts.find(transaction, who).orElseThrow(People::notFound);
        memberships.checkPlace(transaction, who);
        role = isEmpty(transaction) ? RoomRole.OWNER : RoomRole.MEMBER;
        Memberships.insert(transaction, room, who, role);
        return List.of(MembershipEvents.joined(room, by, person, role), MembershipEvents.roomJoined(room, by, person));
    }

    private boolean isEmpty(Handle transaction) {
        return transaction
                .createQuery("SELECT 1 FROM membership WHERE room = :room FETCH FIRST 1 ROWS ONLY")
                .bind("room", room)
                .mapTo(Integer.class)
                .findOne()
                .isEmpty();
    }

    @Override
    public void committed(List<Event> events) {
        if (!events.isEmpty()) memberships.joined(room, who, role);
    }
}
