package org.holdfast.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.holdfast.account.LoginCookieName;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Refuses changes and WebSocket handshakes that a foreign page makes a browser send, or may have. */
public class OriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private transient Origins origins;

    @Inject
    private transient Forwarded forwarded;

    @Inject
    private transient LoginCookieName cookie;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (matters(request) && !isAllowed(request)) {
            RefusalAnswer.write(response, new Refusal(Code.FORBIDDEN, "Pages of this origin are not allowed here."));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean matters(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod()) || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    private boolean isAllowed(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null
                ? Origins.isNoBrowsers(request.getHeader("Cookie"), request.getHeader("Authorization"), cookie)
                : origins.isAllowed(origin, forwarded.scheme(request), request.getHeader("Host"));
    }
}
