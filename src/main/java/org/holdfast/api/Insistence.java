package org.holdfast.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import org.holdfast.account.Logins;
import org.holdfast.delivery.ConnectionRegistry;
import org.holdfast.delivery.Uptime;
import org.holdfast.wire.Refusal;

/** Those who were closed for going on too fast, and connect again and again: a refusal costs a tenth of a handshake that ends in a close. */
@ApplicationScoped
public class Insistence {
    private final ConnectionRegistry registry;
    private final Logins logins;

    @Inject
    public Insistence(ConnectionRegistry registry, Logins logins) {
        this.registry = registry;
        this.logins = logins;
    }

    /** For the container's proxy. */
    protected Insistence() {
        this(null, null);
    }

    /** @throws Refusal {@code rate_limited}, and when to try again */
    void check(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        // A ticket would be used up by looking at it.
        if (!registry.hasBans() || Logins.isTicket(authorization)) return;
        logins.from(request.getHeader("Cookie"), authorization)
                .ifPresent(login -> registry.checkInsistent(login, Uptime.millis()));
    }
}
