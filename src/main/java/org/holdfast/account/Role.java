package org.holdfast.account;

import java.util.Arrays;
import java.util.Locale;
import org.holdfast.wire.Fields;

/** What an account is to the whole house; what it may do is decided in {@code org.holdfast.room.Access}. */
public enum Role {
    ADMIN,
    MEMBER,
    /** Sees nothing but the rooms that it was brought into. */
    GUEST,
    /** A program. */
    BOT;

    /** The name on the wire and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public static Role of(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> Fields.bad("role", "must be \"admin\", \"member\", \"guest\" or \"bot\""));
    }
}
