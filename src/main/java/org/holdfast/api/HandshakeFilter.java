package org.holdfast.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Each WebSocket handshake waits for its turn; whoever insists has none. */
public class HandshakeFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Inject
    private transient HandshakeTurns turns;

    @Inject
    private transient Insistence insistence;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            checkBody(request);
            insistence.check(request);
            turns.take();
        } catch (Refusal refusal) {
            RefusalAnswer.write(response, refusal);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            turns.give();
        }
    }

    /** Tyrus asks for parameters before it looks whether it is a handshake, and waits for a form that may never come: a few would hold all turns. */
    private static void checkBody(HttpServletRequest request) {
        boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (hasBody || !"GET".equals(request.getMethod()))
            throw new Refusal(Code.BAD_FIELD, "A WebSocket begins with a GET that has no body.");
    }
}
