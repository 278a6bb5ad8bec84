package org.holdfast.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
            insistence.check(request);
            turns.take();
        } catch (Refusal tooMany) {
            RefusalAnswer.write(response, tooMany);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            turns.give();
        }
    }
}
