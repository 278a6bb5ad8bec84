package org.holdfast.room;

import org.holdfast.wire.JsonText;

/**
 * A room, as one account sees it.
 *
 * @param log the room's id, and that of its log
 * @param members how many accounts are members
 * @param role what the account is there; null: it is not in it
 */
public record Room(long log, String name, String topic, RoomKind kind, long members, RoomRole role) {
    public boolean joined() {
        return role != null;
    }

    Room named(String other) {
        return new Room(log, other, topic, kind, members, role);
    }

    public String json() {
        return "{\"log\":" + log + ",\"name\":" + JsonText.quote(name) + ",\"topic\":" + JsonText.quote(topic)
                + ",\"kind\":\"" + kind.wireName() + "\",\"members\":" + members + ",\"joined\":" + joined()
                + (joined() ? ",\"role\":\"" + role.wireName() + "\"" : "") + "}";
    }
}
