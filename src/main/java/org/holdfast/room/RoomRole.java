package org.holdfast.room;

import java.util.Arrays;
import java.util.Locale;
import org.holdfast.wire.Fields;

/** What a member is in a room; each may what those before it may. */
public enum RoomRole {
    READ_ONLY,
    MEMBER,
    MODERATOR,
    OWNER;

    /** The name on the wire and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public static RoomRole of(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> Fields.bad("role", "must be \"owner\", \"moderator\", \"member\" or \"read-only\""));
    }

    boolean isAtLeast(RoomRole other) {
        return compareTo(other) >= 0;
    }

    RoomRole atMost(RoomRole other) {
        return isAtLeast(other) ? other : this;
    }
}
