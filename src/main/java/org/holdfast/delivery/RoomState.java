package org.holdfast.delivery;

import org.holdfast.room.RoomTitle;
import org.holdfast.wire.JsonText;

/** The room state of protocol section 3.1. */
public final class RoomState {
    private RoomState() {}

    public static String json(RoomTitle title, Start start) {
        return "{" + start.json() + ",\"name\":" + JsonText.quote(title.name()) + ",\"topic\":"
                + JsonText.quote(title.topic()) + ",\"read\":" + title.read() + "}";
    }
}
