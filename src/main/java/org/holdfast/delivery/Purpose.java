package org.holdfast.delivery;

/** What a connection is for. */
public enum Purpose {
    /** The logs of an account and its rooms. */
    CHAT,
    /** The log of one topic. */
    STREAM
}
