package org.holdfast.room;

import org.holdfast.wire.JsonText;

/**
 * A room, as one account sees it.
 *
 * @param log the room's id, and that of its log
 * @param members how many accounts are members
 * @param role what the account is there; null: it is not in it
 */
public record Room(long log, String name, String topic, RoomKind kind, boolean archived, long members, RoomRole role) {
    public boolean joined() {
        return role != null;
    }

    Room named(String other) {
        return new Room(log, other, topic, kind, archived, members, role);
    }

    public String json() {
        return "{\"log\":" + log + ",\"name\":" + JsonText.quote(name) + ",\"topic\":" + JsonText.quote(topic)
                + ",\"kind\":\"" + kind.wireName() + "\"" + (archived ? ",\"archived\":true" : "") + ",\"members\":"
                + members + ",\"joined\":" + joined()
                + (joined() ? ",\"role\":\"" + role.wireName() + "\"" : "") + "}";
    }
}
