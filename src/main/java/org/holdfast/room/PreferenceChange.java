package org.holdfast.room;

import jakarta.json.JsonValue;
import org.holdfast.wire.Fields;

/** What somebody wants otherwise of a room: what is not named stays, and null takes back what was wanted. */
public record PreferenceChange(Fields fields) {
    private static final int MOST_LEVEL = 20;

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    RoomPreferences of(RoomPreferences now) {
        return new RoomPreferences(
                now.room(),
                fields.flagOr("muted", !isTakenBack("muted") && now.muted()),
                fields.has("level") ? level() : isTakenBack("level") ? null : now.level(),
                number("favourite", now.favourite()),
                number("closed", now.closed()));
    }

    private Long number(String name, Long now) {
        return fields.has(name) ? (Long) fields.number(name) : isTakenBack(name) ? null : now;
    }

    private NotificationLevel level() {
        return NotificationLevel.of(fields.text("level", 0, MOST_LEVEL));
    }

    private boolean isTakenBack(String name) {
        return fields.value(name) == JsonValue.NULL;
    }
}
