package org.holdfast.room;

import java.util.Arrays;
import java.util.Locale;
import org.holdfast.wire.Fields;

/** Who finds a room. It is what it was made as. */
public enum RoomKind {
    /** Everyone but guests, and may join it. */
    PUBLIC,
    /** Only its members: to others it does not exist. */
    PRIVATE,
    /** The same, and its members are always these people. */
    DIRECT;

    /** The name on the wire and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RoomKind of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** @throws org.holdfast.wire.Refusal {@code bad_field}: direct rooms are not made by this word */
    public static RoomKind ofNewRoom(String wireName) {
        return Arrays.stream(new RoomKind[] {PUBLIC, PRIVATE})
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> Fields.bad("kind", "must be \"public\" or \"private\""));
    }
}
