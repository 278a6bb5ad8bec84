package org.holdfast.room;

import java.util.List;
import java.util.function.Consumer;
import org.holdfast.account.Account;
import org.holdfast.log.Draft;
import org.holdfast.log.Event;
import org.holdfast.log.Write;
import org.holdfast.wire.Name;
import org.jdbi.v3.core.Handle;

/** A room is called something else, gets another topic, is put away or taken up again, or shows who has read. */
final class RoomChange implements Write {
    /** What is to be brought in line with the database after it. */
    interface Memory {
        void changed(long room);
    }

    private final Account by;
    private final long room;
    private final RoomSettings wanted;
    private final Access access;
    private final Memory memory;
    private final Consumer<Handle> archiving;

    /** @param archiving written with it when it is put away, or taken up again */
    RoomChange(Account by, long room, RoomSettings wanted, Access access, Memory memory, Consumer<Handle> archiving) {
        this.by = by;
        this.room = room;
        this.wanted = wanted;
        this.access = access;
        this.memory = memory;
        this.archiving = archiving;
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    /** What is written there at another node comes before it, or sees it. */
    @Override
    public List<Long> guarded() {
        return List.of(room);
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        access.check(transaction, by, room, RoomPermission.CHANGE);
        RoomSettings change = wanted.without(now(transaction));
        if (change.receipts() != null) access.check(transaction, by, room, RoomPermission.SET_RECEIPTS);
        if (change.isEmpty()) return List.of();
        if (change.name() != null) rename(transaction, change.name());
        if (change.topic() != null)
            transaction.execute("UPDATE room SET topic = ? WHERE log = ?", change.topic(), room);
        if (change.receipts() != null)
            transaction.execute("UPDATE room SET receipts = ? WHERE log = ?", change.receipts(), room);
        if (change.archived() != null) archive(transaction, change.archived());
        return List.of(new Draft(room, "changed", by.author(), null, change.json()));
    }

    private RoomSettings now(Handle transaction) {
        return transaction
                .createQuery("SELECT name, topic, archived_at, receipts FROM room WHERE log = :room")
                .bind("room", room)
                .map((row, context) -> new RoomSettings(
                        new Name(row.getString(1)), row.getString(2), row.getObject(3) != null, row.getBoolean(4)))
                .one();
    }

    private void rename(Handle transaction, Name name) {
        RoomKind kind = RoomKind.of(transaction
                .select("SELECT kind FROM room WHERE log = ?", room)
                .mapTo(String.class)
                .one());
        RoomDraft draft = new RoomDraft(name, "", kind);
        draft.checkFree(transaction, room);
        transaction.execute("UPDATE room SET name = ?, name_key = ? WHERE log = ?", name.text(), draft.nameKey(), room);
    }

    private void archive(Handle transaction, boolean on) {
        Long at = on ? System.currentTimeMillis() : null;
        transaction.execute("UPDATE room SET archived_at = ? WHERE log = ?", at, room);
        archiving.accept(transaction);
    }

    @Override
    public void committed(List<Event> events) {
        if (!events.isEmpty()) memory.changed(room);
    }
}
