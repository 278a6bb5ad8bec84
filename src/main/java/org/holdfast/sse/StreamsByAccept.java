package org.holdfast.sse;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who asks {@code api/streams/{topic}} for an event stream is given one: what is below {@code api/} belongs to JAX-RS otherwise. */
@WebFilter(urlPatterns = "/api/streams/*", asyncSupported = true)
public class StreamsByAccept extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Pattern TOPIC = Pattern.compile("/api(/streams/[^/]+)");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Matcher topic = TOPIC.matcher(path);
        if (wantsEvents(request) && topic.matches())
            request.getRequestDispatcher("/sse" + topic.group(1)).forward(request, response);
        else chain.doFilter(request, response);
    }

    private static boolean wantsEvents(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return "GET".equals(request.getMethod()) && accept != null && accept.contains("text/event-stream");
    }
}
