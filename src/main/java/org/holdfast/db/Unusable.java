package org.holdfast.db;

/** The data folder or the database can't be used: the server does not start, and the message says why to an operator. */
public final class Unusable extends RuntimeException {

    Unusable(String message) {
        super(message);
    }

    Unusable(String message, Throwable cause) {
        super(message, cause);
    }
}
