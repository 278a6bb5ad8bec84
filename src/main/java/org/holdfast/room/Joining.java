package org.holdfast.room;

import java.util.List;
import java.util.function.Consumer;
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
    private final Consumer<Handle> allowed;
    private final boolean isByGroup;
    private final Memberships memberships;

    /** As what it comes; written with the drafts, read after their commit. */
    private RoomRole role;

    /** By who may. */
    Joining(Account by, long who, long room, Access access, Memberships memberships) {
        this(by, who, room, false, memberships, transaction -> {
            access.check(transaction, by, room, by.id() == who ? RoomPermission.JOIN : RoomPermission.ADD_PEOPLE);
        });
    }

    /** By a group that the account is in, and for as long. */
    Joining(Account who, long room, Memberships memberships) {
        this(who, who.id(), room, true, memberships, transaction -> {});
    }

    private Joining(
            Account by, long who, long room, boolean isByGroup, Memberships memberships, Consumer<Handle> allowed) {
        this.by = by;
        this.who = who;
        this.room = room;
        this.isByGroup = isByGroup;
        this.memberships = memberships;
        this.allowed = allowed;
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    /** So that its mark is where it joins. */
    @Override
    public List<Long> guarded() {
        return List.of(room);
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        allowed.accept(transaction);
        if (memberships.roomsOf(transaction, who).containsKey(room)) return List.of();
        Account person = Accounts.find(transaction, who).orElseThrow(People::notFound);
        memberships.checkPlace(transaction, who);
        role = !isByGroup && isEmpty(transaction) ? RoomRole.OWNER : RoomRole.MEMBER;
        Memberships.insert(transaction, room, who, role);
        if (isByGroup) GroupMemberships.mark(transaction, room, who);
        ReadMarks.begin(transaction, who, room);
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
