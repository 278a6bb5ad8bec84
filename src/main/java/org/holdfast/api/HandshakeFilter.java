package org.holdfast.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.holdfast.wire.Refusal;

/** Each WebSocket handshake waits for its turn. */
public class HandshakeFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Inject
    private transient HandshakeTurns turns;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
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
