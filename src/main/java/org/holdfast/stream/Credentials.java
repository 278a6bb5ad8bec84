package org.holdfast.stream;

import java.util.Optional;
import org.holdfast.account.Login;
import org.holdfast.account.Logins;
import org.holdfast.account.Secret;

/**
 * What somebody shows who wants to read or publish.
 *
 * @param login of a signed-in browser, or of an account's access token
 * @param bearer the secret of a topic's token; it counts before the login
 */
public record Credentials(Optional<Login> login, Optional<String> bearer) {
    /** @param authorization the header of RFC 6750 section 2.1; null: there was none */
    public static Credentials of(Optional<Login> login, String authorization) {
        // The token of an account is the login already.
        return new Credentials(login, Logins.bearer(authorization).filter(secret -> !isOf(login, secret)));
    }

    private static boolean isOf(Optional<Login> login, String secret) {
        return login.isPresent() && login.get().tokenHash().equals(new Secret(secret).hash());
    }

    @Override
    public String toString() {
        return "Credentials";
    }
}
