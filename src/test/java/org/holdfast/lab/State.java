package org.holdfast.lab;

/** IDLE → CONNECTING → GREETING → LIVE, from each of these to WAITING and back, and at last STOPPED. */
public enum State {
    IDLE,
    CONNECTING,
    /** {@code hello} is sent. */
    GREETING,
    LIVE,
    /** Between two connections: on the reconnect stream, or in backoff. */
    WAITING,
    /** For good: left, or told so by a code. */
    STOPPED
}
