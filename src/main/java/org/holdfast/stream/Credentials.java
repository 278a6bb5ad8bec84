package org.holdfast.stream;

import java.util.Optional;
import org.holdfast.account.Login;

/**
 * What somebody shows who wants to read or publish.
 *
 * @param login of a signed-in browser
 * @param bearer the secret of a token; it counts before the login
 */
public record Credentials(Optional<Login> login, Optional<String> bearer) {
    private static final String SCHEME = "Bearer ";

    /** @param authorization the header of RFC 6750 section 2.1; null: there was none */
    public static Credentials of(Optional<Login> login, String authorization) {
        boolean isBearer = authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return new Credentials(
                login,
                isBearer ? Optional.of(authorization.substring(SCHEME.length()).strip()) : Optional.empty());
    }

    @Override
    public String toString() {
        return "Credentials";
    }
}
