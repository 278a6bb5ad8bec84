package org.holdfast.wire;

import java.util.Locale;

/** Why a WebSocket ends, and what the client does then: protocol section 5.1 and RFC 6455 section 7.4. */
public enum CloseCode {
    NORMAL(1000, Reconnect.NO),
    GOING_AWAY(1001, Reconnect.YES),
    UNSUPPORTED_DATA(1003, Reconnect.YES),
    ABNORMAL(1006, Reconnect.YES),
    INVALID_PAYLOAD(1007, Reconnect.YES),
    POLICY(1008, Reconnect.LOGIN),
    TOO_BIG(1009, Reconnect.YES),
    SERVER_ERROR(1011, Reconnect.YES),
    RESTART(1012, Reconnect.YES),
    TRY_AGAIN_LATER(1013, Reconnect.YES),
    GAP(4000, Reconnect.YES),
    SILENT(4001, Reconnect.YES),
    BAD_HELLO(4400, Reconnect.NO),
    LOGIN_REQUIRED(4401, Reconnect.LOGIN),
    FORBIDDEN(4403, Reconnect.NO),
    NOT_FOUND(4404, Reconnect.NO),
    TIMEOUT(4408, Reconnect.YES),
    REPLACED(4409, Reconnect.NO),
    UPGRADE(4426, Reconnect.NO),
    RATE_LIMITED(4429, Reconnect.YES);

    /** What a client does after a close. */
    public enum Reconnect {
        /** Come back, by way of the reconnect stream. */
        YES,
        /** Stop. */
        NO,
        /** Ask whether the login still holds; come back if so, else have the person sign in. */
        LOGIN
    }

    private final int number;
    private final Reconnect reconnect;

    CloseCode(int number, Reconnect reconnect) {
        this.number = number;
        this.reconnect = reconnect;
    }

    public int number() {
        return number;
    }

    /** The reason sent with the close, for example {@code try_again_later}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Reconnect reconnect() {
        return reconnect;
    }
}
