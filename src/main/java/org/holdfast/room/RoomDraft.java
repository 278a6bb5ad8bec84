package org.holdfast.room;

import org.holdfast.wire.Code;
import org.holdfast.wire.Name;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;

/** A room that is to be made. */
record RoomDraft(Name name, String topic, RoomKind kind) {

    /**
     * Only among public rooms: a name must not tell of a room that one may not see.
     *
     * @param itself whose own name is free for it; 0: a new room
     * @throws Refusal {@code name_taken}
     */
    void checkFree(Handle transaction, long itself) {
        boolean isTaken = nameKey() != null
                && transaction
                        .select("SELECT 1 FROM room WHERE name_key = ? AND log <> ?", nameKey(), itself)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent();
        if (isTaken) throw new Refusal(Code.NAME_TAKEN, "A room of that name exists already.");
    }

    /** Only public names are unique. Null: it is not looked for. */
    String nameKey() {
        return kind == RoomKind.PUBLIC ? name.key() : null;
    }
}
