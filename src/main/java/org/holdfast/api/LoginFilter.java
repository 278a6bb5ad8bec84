package org.holdfast.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Optional;
import org.holdfast.account.Login;
import org.holdfast.account.Logins;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/**
 * Finds out who is behind the login cookie, or a token. Whoever has neither stays a stranger: nobody is ever redirected. It is asked for the API and
 * event streams alone: the page is for everyone, also while the database is away, and WebSockets look at their handshake's cookie themselves. No
 * {@code HttpAuthenticationMechanism}: servers ask that one of every request, WebSocket handshakes too, which costs Payara a tenth of each,
 * and WildFly would look for the account in a realm of its own.
 */
public class LoginFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    /** The request attribute that holds the {@link Login}. */
    static final String ATTRIBUTE = Login.class.getName();

    @Inject
    private transient Logins logins;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<Login> login;
        try {
            login = logins.from(request.getHeader("Cookie"), authorization);
            if (login.isEmpty() && Logins.isTicket(authorization)) throw usedUp();
        } catch (Refusal refusal) {
            RefusalAnswer.write(response, refusal);
            return;
        }
        login.ifPresent(found -> request.setAttribute(ATTRIBUTE, found));
        chain.doFilter(request, response);
    }

    /** Whoever shows a ticket that was used is told so, and not that they should sign in. */
    private static Refusal usedUp() {
        return new Refusal(Code.FORBIDDEN, "This ticket was used, or its time is over.");
    }
}
