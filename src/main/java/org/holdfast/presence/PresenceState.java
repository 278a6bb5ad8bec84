package org.holdfast.presence;

import java.util.Arrays;
import java.util.Locale;
import org.holdfast.wire.Fields;

/** How present somebody is; of a person's sessions the first of these counts. */
public enum PresenceState {
    /** There, and not to be disturbed. */
    BUSY,
    ONLINE,
    /** There, and not looking. */
    AWAY,
    OFFLINE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public static PresenceState of(String name, String text) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(text))
                .findFirst()
                .orElseThrow(() -> Fields.bad(name, "must be busy, online, away or offline"));
    }
}
