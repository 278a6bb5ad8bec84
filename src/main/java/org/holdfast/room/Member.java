package org.holdfast.room;

import org.holdfast.wire.JsonText;

/**
 * An account as others see it.
 *
 * @param role what it is in the room of which it is told; null: it is told of none
 */
public record Member(long id, String name, String displayName, RoomRole role) {
    public String json() {
        return "{\"id\":" + id + ",\"name\":" + JsonText.quote(name) + ",\"displayName\":" + JsonText.quote(displayName)
                + (role == null ? "" : ",\"role\":\"" + role.wireName() + "\"") + "}";
    }
}
