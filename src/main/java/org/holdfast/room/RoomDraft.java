package org.holdfast.room;

import org.holdfast.wire.Name;

/** A room that is to be made. */
record RoomDraft(Name name, String topic, RoomKind kind) {

    /** Only public names are unique. Null: it is not looked for. */
    String nameKey() {
        return kind == RoomKind.PUBLIC ? name.key() : null;
    }
}
