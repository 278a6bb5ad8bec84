package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who is behind the headers of a request, or of a WebSocket handshake. For all that has to know. */
@ApplicationScoped
public class Logins {
    private static final String BEARER = "Bearer ";
    private static final String TICKET = "Ticket ";

    private final LoginSessions sessions;
    private final AccessTokens tokens;
    private final Tickets tickets;
    private final LoginCookieName cookie;

    @Inject
    public Logins(LoginSessions sessions, AccessTokens tokens, Tickets tickets, LoginCookieName cookie) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.tickets = tickets;
        this.cookie = cookie;
    }

    /** For the container's proxy. */
    protected Logins() {
        this(null, null, null, null);
    }

    /**
     * Whoever shows a token wants to be seen as its holder: also when it is worth nothing, a cookie beside it does not count.
     *
     * @param cookieHeader the header's text; null: there was none
     * @param authorization the header of RFC 6750, section 2.1; null: there was none
     */
    public Optional<Login> from(String cookieHeader, String authorization) {
        Optional<String> ticket = after(TICKET, authorization);
        if (ticket.isPresent()) return tickets.redeem(ticket.get());
        Optional<String> bearer = bearer(authorization);
        return bearer.isPresent()
                ? tokens.find(bearer.get())
                : cookie.value(cookieHeader).flatMap(sessions::find);
    }

    /** Whether it goes on, however it was shown: a ticket can't be shown again. */
    public boolean isStill(Login login) {
        return sessions.ofHash(login.tokenHash())
                .or(() -> tokens.ofHash(login.tokenHash()))
                .isPresent();
    }

    /** @param authorization null: there was none */
    public static boolean isTicket(String authorization) {
        return after(TICKET, authorization).isPresent();
    }

    /** The header that shows a ticket. */
    public static String showing(String ticket) {
        return TICKET + ticket;
    }

    /** The secret in an {@code Authorization} header. @param authorization null: there was none */
    public static Optional<String> bearer(String authorization) {
        return after(BEARER, authorization);
    }

    private static Optional<String> after(String scheme, String authorization) {
        boolean is = authorization != null && authorization.regionMatches(true, 0, scheme, 0, scheme.length());
        return is ? Optional.of(authorization.substring(scheme.length()).strip()) : Optional.empty();
    }
}
