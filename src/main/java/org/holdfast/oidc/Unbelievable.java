package org.holdfast.oidc;

/** What came back proves nobody: a code that was used, a token that is not the provider's. */
final class Unbelievable extends Exception {
    private static final long serialVersionUID = 1;

    Unbelievable(String message) {
        super(message);
    }

    Unbelievable(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
