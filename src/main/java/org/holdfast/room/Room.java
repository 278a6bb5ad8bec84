package org.holdfast.room;

import org.holdfast.wire.JsonText;

/**
 * A room, as one account sees it.
 *
 * @param log the room's id, and that of its log
 * @param members how many accounts are members
 * @param joined whether the account is one of them
 */
public record Room(long log, String name, String topic, long members, boolean joined) {
    public String json() {
        return "{\"log\":" + log + ",\"name\":" + JsonText.quote(name) + ",\"topic\":" + JsonText.quote(topic)
                + ",\"members\":" + members + ",\"joined\":" + joined + "}";
    }
}
