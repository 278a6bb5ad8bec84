package org.holdfast.account;

import java.util.Locale;

/** The door that a one-time token opens. */
public enum Purpose {
    /** Makes an account. */
    INVITATION,
    /** Sets the password of one. */
    RESET;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
