package org.holdfast.oidc;

/** The provider can't be reached, or says what no provider says: perhaps in a moment. */
final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    Unanswered(String message) {
        super(message);
    }

    Unanswered(String message, Throwable cause) {
        super(message, cause);
    }
}
