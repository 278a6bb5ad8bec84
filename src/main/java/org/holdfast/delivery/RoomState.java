package org.holdfast.delivery;

import org.holdfast.room.RoomTitle;

/** The room state of protocol section 3.1. */
public final class RoomState {
    private RoomState() {}

    public static String json(RoomTitle title, Start start) {
        return "{" + start.json() + "," + title.json() + "}";
    }
}
