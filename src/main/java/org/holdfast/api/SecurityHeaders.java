package org.holdfast.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells the browser what our pages never do, so that an injected one can't do it either. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final List<String> PAGES = List.of("/index.html", "/lab/index.html");

    private String policy;

    @Override
    public void init() throws ServletException {
        var pages = new StringBuilder();
        for (String page : PAGES) pages.append(read(page));
        policy = ContentPolicy.of(pages.toString());
    }

    private String read(String page) throws ServletException {
        try (InputStream content = getServletContext().getResourceAsStream(page)) {
            return content == null ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ServletException(page + " can't be read", unreadable);
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            // A cache between us and the browser must not show one person's answer to another.
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}
