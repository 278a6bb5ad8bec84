package org.holdfast.account;

import java.util.Locale;

/** What an account may do beyond what every member may. */
public enum Role {
    ADMIN,
    MEMBER;

    /** The name on the wire and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
