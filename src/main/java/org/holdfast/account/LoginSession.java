package org.holdfast.account;

/** A signed-in browser: who it is, and until when (in milliseconds since 1970). */
record LoginSession(Login login, long expiresAt) {

    String tokenHash() {
        return login.tokenHash();
    }
}
