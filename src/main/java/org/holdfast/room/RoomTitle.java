package org.holdfast.room;

import org.holdfast.wire.JsonText;

/**
 * What a member's list shows of a room.
 *
 * @param people the JSON array of those who are in a direct room; null: it is none
 * @param role what the member is there
 * @param read how far the member has read; 0: nothing
 */
public record RoomTitle(long log, String name, String topic, RoomKind kind, String people, RoomRole role, long read) {
    /** The members of a room state that the room knows: protocol section 3.1. */
    public String json() {
        return "\"name\":" + JsonText.quote(name) + ",\"topic\":" + JsonText.quote(topic) + ",\"kind\":\""
                + kind.wireName() + "\"" + (people == null ? "" : ",\"people\":" + people) + ",\"role\":\""
                + role.wireName() + "\",\"read\":" + read;
    }
}
