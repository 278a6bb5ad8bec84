package org.holdfast.delivery;

import java.util.Locale;

/** What a connection is for. */
public enum Purpose {
    /** The logs of an account and its rooms. */
    CHAT,
    /** The log of one topic. */
    STREAM;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
