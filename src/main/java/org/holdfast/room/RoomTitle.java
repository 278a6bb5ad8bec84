package org.holdfast.room;

import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.log.Author;
import org.holdfast.wire.JsonText;

/**
 * What a member's list shows of a room.
 *
 * @param name of a direct room, the names of the others
 * @param archived it is put away: read only, and out of the lists
 * @param receipts its members see who has read
 * @param people who are in a direct room
 * @param role what the member is there
 * @param read how far the member has read; 0: nothing
 */
public record RoomTitle(
        long log,
        String name,
        String topic,
        RoomKind kind,
        boolean archived,
        boolean receipts,
        List<Author> people,
        RoomRole role,
        long read) {
    /** The members of a room state that the room knows: protocol section 3.1. */
    public String json() {
        return "\"name\":" + JsonText.quote(name) + ",\"topic\":" + JsonText.quote(topic) + ",\"kind\":\""
                + kind.wireName() + "\"" + (kind == RoomKind.DIRECT ? ",\"people\":" + peopleJson() : "")
                + (archived ? ",\"archived\":true" : "") + (receipts ? ",\"receipts\":true" : "") + ",\"role\":\""
                + role.wireName() + "\",\"read\":" + read;
    }

    private String peopleJson() {
        return people.stream()
                .map(person -> "{\"id\":" + person.id() + ",\"name\":" + JsonText.quote(person.name()) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
