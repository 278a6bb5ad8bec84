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
        if (!registry.hasBans(Uptime.millis()) || !isOfChat(request) || showsTicket(request)) return;
        logins.from(request.getHeader("Cookie"), request.getHeader(HttpHeaders.AUTHORIZATION))
                .ifPresent(login -> registry.checkInsistent(login, Uptime.millis()));
    }

    /** Topics have no bans. Whoever spells it otherwise is told by the close. */
    private static boolean isOfChat(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/ws/chat");
    }

    /** It would be used up by looking at it. */
    private static boolean showsTicket(HttpServletRequest request) {
        String protocols = request.getHeader("Sec-WebSocket-Protocol");
        return Logins.isTicket(request.getHeader(HttpHeaders.AUTHORIZATION))
                || protocols != null && protocols.contains("ticket.");
    }
}
