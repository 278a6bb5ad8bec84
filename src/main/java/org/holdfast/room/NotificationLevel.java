package org.holdfast.room;

import java.util.Arrays;
import java.util.Locale;
import org.holdfast.wire.Fields;

/** Of what in a room a person wants to be notified. */
public enum NotificationLevel {
    ALL,
    MENTIONS,
    NOTHING;

    /** The name on the wire and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public static NotificationLevel of(String wireName) {
        return Arrays.stream(values())
                .filter(level -> level.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> Fields.bad("level", "must be \"all\", \"mentions\", \"nothing\" or null"));
    }
}
