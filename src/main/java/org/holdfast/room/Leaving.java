package org.holdfast.room;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.account.Accounts;
import org.holdfast.log.Draft;
import org.holdfast.log.Event;
import org.holdfast.log.Write;
import org.jdbi.v3.core.Handle;

/**
 * An account goes out of a room, by itself or taken out. The event of it is the last that its connections are sent of the room. A room that is
 * left without an owner passes to an heir.
 */
final class Leaving implements Write {
    private final Account by;
    private final long who;
    private final long room;
    private final Access access;
    private final Memberships memberships;

    /** Whom the room passes to; null: to nobody. Written with the drafts, read after their commit. */
    private Account heir;

    Leaving(Account by, long who, long room, Access access, Memberships memberships) {
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

    /** Two owners who go at once, each at another node, would leave none. */
    @Override
    public List<Long> guarded() {
        return List.of(room);
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        access.check(transaction, by, room, by.id() == who ? RoomPermission.LEAVE : RoomPermission.REMOVE_PEOPLE);
        RoomPeople people = new RoomPeople(transaction, room);
        RoomRole role = people.roleOf(who);
        if (by.id() != who) access.checkRank(transaction, by, room, role);
        transaction.execute("DELETE FROM membership WHERE room = ? AND account = ?", room, who);
        heir = people.hasOwner() ? null : people.heir().orElse(null);
        return events(transaction, people);
    }

    private List<Draft> events(Handle transaction, RoomPeople people) {
        Account person = Accounts.any(transaction, who).orElseThrow();
        List<Draft> drafts = new ArrayList<>();
        drafts.add(MembershipEvents.left(room, by, person));
        drafts.add(MembershipEvents.roomLeft(room, by, person));
        if (heir == null) return drafts;
        people.make(heir.id(), RoomRole.OWNER);
        drafts.add(MembershipEvents.became(room, by, heir, RoomRole.OWNER));
        return drafts;
    }

    @Override
    public void committed(List<Event> events) {
        memberships.left(room, who, events.get(0).sequence());
        if (heir != null) memberships.became(room, heir.id(), RoomRole.OWNER);
    }
}
