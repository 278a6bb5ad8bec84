package org.holdfast.file;

import java.util.Locale;

/** Where a file is on its way. */
public enum FileState {
    /** Only who brought it sees it, until it is posted, or its day is over. */
    WAITING,
    POSTED,
    /** Its message was deleted: nobody is given it any more, and the sweep takes it away. */
    GONE;

    static FileState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
