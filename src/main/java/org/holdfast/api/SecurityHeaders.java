package org.holdfast.api;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Tells the browser what our pages never do, so that an injected one can't do it either. The first filter, see web.xml. */
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final List<String> PAGES = List.of("/index.html", "/lab/index.html");

    private static final String NO_FEATURES = "accelerometer=(), bluetooth=(), camera=(), display-capture=(),"
            + " geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(),"
            + " usb=()";

    @Inject
    private transient Settings settings;

    // Written by init, before any request.
    private transient Map<String, String> always;
    private transient String pagePolicy;

    @Override
    public void init() throws ServletException {
        var pages = new StringBuilder();
        for (String page : PAGES) pages.append(read(page));
        pagePolicy = ContentPolicy.ofPages(pages.toString(), settings.list(Setting.FRAME_ANCESTORS));
        always = always(settings);
    }

    private String read(String page) throws ServletException {
        try (InputStream content = getServletContext().getResourceAsStream(page)) {
            return content == null ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ServletException(page + " can't be read", unreadable);
        }
    }

    private static Map<String, String> always(Settings settings) {
        var headers = new LinkedHashMap<>(Map.of(
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "same-origin",
                "Permissions-Policy", NO_FEATURES,
                "Cross-Origin-Resource-Policy", "same-origin"));
        if (settings.text(Setting.URL).startsWith("https://")) headers.putAll(ofHttps(settings));
        return headers;
    }

    /** Elsewhere browsers heed neither, and complain of the first. */
    private static Map<String, String> ofHttps(Settings settings) {
        long seconds = settings.duration(Setting.HSTS) / 1_000;
        Map<String, String> alone = Map.of("Cross-Origin-Opener-Policy", "same-origin");
        return seconds == 0
                ? alone
                : Map.of(
                        "Cross-Origin-Opener-Policy", "same-origin", "Strict-Transport-Security", "max-age=" + seconds);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        always.forEach(response::setHeader);
        if (isAnswer(request)) {
            response.setHeader(ContentPolicy.HEADER, ContentPolicy.OF_ANSWERS);
            // A cache between us and the browser must not show one person's answer to another.
            response.setHeader("Cache-Control", "no-store");
        } else {
            response.setHeader(ContentPolicy.HEADER, pagePolicy);
        }
        chain.doFilter(request, response);
    }

    private static boolean isAnswer(HttpServletRequest request) {
        String path = WarPath.of(request);
        return path.startsWith("/api")
                || path.startsWith("/sse")
                || request.getDispatcherType() == DispatcherType.ERROR;
    }
}
