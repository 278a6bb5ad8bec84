package org.holdfast.room;

import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Draft;
import org.holdfast.log.Event;
import org.holdfast.log.EventStore;
import org.holdfast.log.Write;
import org.holdfast.wire.Code;
import org.holdfast.wire.JsonText;
import org.holdfast.wire.Name;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;

/** A new room, with its maker as the first member. */
record RoomCreation(Account account, Name name, String topic, Memberships memberships) implements Write {
    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        if (isTaken(transaction)) throw new Refusal(Code.NAME_TAKEN, "A room of that name exists already.");
        memberships.checkPlace(transaction, account.id());
        long log = EventStore.create(transaction);
        insert(transaction, log);
        Memberships.insert(transaction, log, account.id());
        return List.of(
                new Draft(log, "created", account.author(), null, title()),
                MembershipEvents.joined(log, account),
                MembershipEvents.roomJoined(log, account));
    }

    private boolean isTaken(Handle transaction) {
        return transaction
                .createQuery("SELECT 1 FROM room WHERE name_key = :key")
                .bind("key", name.key())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private void insert(Handle transaction, long log) {
        transaction.execute(
                "INSERT INTO room (log, name, name_key, topic, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?)",
                log,
                name.text(),
                name.key(),
                topic,
                System.currentTimeMillis(),
                account.id());
    }

    private String title() {
        return "{\"name\":" + JsonText.quote(name.text()) + ",\"topic\":" + JsonText.quote(topic) + "}";
    }

    @Override
    public void committed(List<Event> events) {
        memberships.joined(events.get(0).log(), account.id());
    }
}
