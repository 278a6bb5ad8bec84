package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;

/**
 * Who is behind the headers of a request. For all that has to know: a server may wrap the principal of a request, and a
 * WebSocket handshake may show none.
 */
@ApplicationScoped
public class Logins {

    /** The name of the login cookie. */
    public static final String COOKIE = "holdfast";

    private static final String SCHEME = "Bearer ";

    private final LoginSessions sessions;
    private final AccessTokens tokens;

    @Inject
    public Logins(LoginSessions sessions, AccessTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** For the container's proxy. */
    protected Logins() {
        sessions = null;
        tokens = null;
    }

    /**
     * Whoever shows a token wants to be seen as its holder: also when it is worth nothing, a cookie beside it does not count.
     *
     * @param cookieHeader the header's text; null: there was none
     * @param authorization the header of RFC 6750, section 2.1; null: there was none
     */
    public Optional<Login> from(String cookieHeader, String authorization) {
        Optional<String> bearer = bearer(authorization);
        return bearer.isPresent() ? tokens.find(bearer.get()) : fromCookie(cookieHeader);
    }

    /** The secret in an {@code Authorization} header. @param authorization null: there was none */
    public static Optional<String> bearer(String authorization) {
        boolean is = authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return is ? Optional.of(authorization.substring(SCHEME.length()).strip()) : Optional.empty();
    }

    private Optional<Login> fromCookie(String cookieHeader) {
        if (cookieHeader == null) {
            return Optional.empty();
        }
        return Arrays.stream(cookieHeader.split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .map(cookie -> cookie.substring(COOKIE.length() + 1))
                .findFirst()
                .flatMap(sessions::find);
    }
}
