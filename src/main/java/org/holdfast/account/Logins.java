package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;

/**
 * Who is behind a {@code Cookie} header. For all that has to know: a server may wrap the principal of a request, and a
 * WebSocket handshake may show none.
 */
@ApplicationScoped
public class Logins {

    /** The name of the login cookie. */
    public static final String COOKIE = "holdfast";

    private final LoginSessions sessions;

    @Inject
    public Logins(LoginSessions sessions) {
        this.sessions = sessions;
    }

    /** For the container's proxy. */
    protected Logins() {
        sessions = null;
    }

    /** @param cookieHeader the header's text; null: there was none */
    public Optional<Login> fromCookie(String cookieHeader) {
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
