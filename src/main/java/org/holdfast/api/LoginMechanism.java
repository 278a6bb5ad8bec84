package org.holdfast.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.holdfast.account.Login;
import org.holdfast.account.LoginPrincipal;
import org.holdfast.account.Logins;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Tells the server who is behind the login cookie, or a token. Whoever has neither stays anonymous: nobody is ever redirected. */
@ApplicationScoped
public class LoginMechanism implements HttpAuthenticationMechanism {

    /** The request attribute that holds the {@link Login}: a server may wrap the principal, an attribute it leaves alone. */
    static final String ATTRIBUTE = Login.class.getName();

    private final Logins logins;
    private final ContainerPrincipal container;

    @Inject
    public LoginMechanism(Logins logins, ContainerPrincipal container) {
        this.logins = logins;
        this.container = container;
    }

    /** For the container's proxy. */
    protected LoginMechanism() {
        logins = null;
        container = null;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!isAsked(request)) {
            return context.doNothing();
        }
        container.keep(request);
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<Login> login = logins.from(request.getHeader("Cookie"), authorization);
        if (login.isPresent()) return accept(request, context, login.get());
        return Logins.isTicket(authorization) ? refuse(response) : context.doNothing();
    }

    /** Whoever shows a ticket that was used is told so, and not that they should sign in. */
    private static AuthenticationStatus refuse(HttpServletResponse response) {
        try {
            RefusalAnswer.write(response, new Refusal(Code.FORBIDDEN, "This ticket was used, or its time is over."));
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The page itself is for everyone: it is shown also while the database is away. WebSockets look at their handshake's cookie themselves. */
    private static boolean isAsked(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/sse/");
    }

    private static AuthenticationStatus accept(HttpServletRequest request, HttpMessageContext context, Login login) {
        request.setAttribute(ATTRIBUTE, login);
        return context.notifyContainerAboutLogin(
                new LoginPrincipal(login), Set.of(login.account().role().wireName()));
    }
}
