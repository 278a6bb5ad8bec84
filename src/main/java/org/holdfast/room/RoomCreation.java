package org.holdfast.room;

import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Draft;
import org.holdfast.log.Event;
import org.holdfast.log.EventStore;
import org.holdfast.log.Write;
import org.jdbi.v3.core.Handle;

/** A new room that has a name; its maker owns it. */
record RoomCreation(Account account, RoomDraft draft, Access access, Memberships memberships) implements Write {
    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        access.check(transaction, account, SitePermission.CREATE_ROOM);
        draft.checkFree(transaction, 0);
        memberships.checkPlace(transaction, account.id());
        long log = EventStore.create(transaction);
        insert(transaction, log);
        Memberships.insert(transaction, log, account.id(), RoomRole.OWNER);
        return List.of(
                MembershipEvents.created(log, account, draft),
                MembershipEvents.joined(log, account, account, RoomRole.OWNER),
                MembershipEvents.roomJoined(log, account, account));
    }

    private void insert(Handle transaction, long log) {
        transaction.execute(
                "INSERT INTO room (log, kind, name, name_key, topic, created_at, created_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                log,
                draft.kind().wireName(),
                draft.name().text(),
                draft.nameKey(),
                draft.topic(),
                System.currentTimeMillis(),
                account.id());
    }

    @Override
    public void committed(List<Event> events) {
        memberships.joined(events.get(0).log(), account.id(), RoomRole.OWNER);
    }
}
