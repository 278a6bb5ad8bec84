package org.holdfast.message;

import java.util.regex.Pattern;
import org.holdfast.wire.Fields;

/** The id that a sender mints: protocol section 1. */
final class ClientMessageId {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private ClientMessageId() {}

    static void check(String id) {
        if (!ALLOWED.matcher(id).matches()) throw Fields.bad("id", "must have 8 to 64 of A-Z a-z 0-9 _ -");
    }
}
