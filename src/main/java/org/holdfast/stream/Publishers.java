package org.holdfast.stream;

import java.util.Arrays;
import java.util.Locale;
import org.holdfast.wire.Fields;

/** Who may publish to a topic, beside those who hold a token of it. */
public enum Publishers {
    /** Nobody else. */
    TOKENS,
    /** Everyone who is signed in. */
    MEMBERS;

    /** The name on the wire and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public static Publishers of(String wireName) {
        return Arrays.stream(values())
                .filter(one -> one.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> Fields.bad("publishers", "must be \"tokens\" or \"members\""));
    }
}
