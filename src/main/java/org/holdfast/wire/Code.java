package org.holdfast.wire;

import java.util.Locale;

/** Why a command was refused: protocol section 4. The wire name is the constant's, in lower case. */
public enum Code {
    BAD_FRAME(400, false),
    UNKNOWN_TYPE(400, false),
    BAD_FIELD(400, false),
    NOT_FOUND(404, false),
    CONFLICT(409, false),
    FORBIDDEN(403, false),
    NAME_TAKEN(409, false),
    TOO_BIG(413, false),
    QUOTA_EXCEEDED(413, false),
    UNSUPPORTED_TYPE(415, false),
    WRONG_LOGIN(401, false),
    HELLO_REQUIRED(428, false),
    LOGIN_REQUIRED(401, false),
    BUSY(503, true),
    RATE_LIMITED(429, true),
    INTERNAL(500, true);

    private final int status;
    private final boolean retryable;

    Code(int status, boolean retryable) {
        this.status = status;
        this.retryable = retryable;
    }

    /** The name on the wire, for example {@code not_found}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status of an answer with this code. */
    public int status() {
        return status;
    }

    /** Whether the same command may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
