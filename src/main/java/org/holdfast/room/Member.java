package org.holdfast.room;

import org.holdfast.wire.JsonText;

/** An account that is in a room, as the other members see it. */
public record Member(long id, String name, String displayName) {
    public String json() {
        return "{\"id\":" + id + ",\"name\":" + JsonText.quote(name) + ",\"displayName\":" + JsonText.quote(displayName)
                + "}";
    }
}
