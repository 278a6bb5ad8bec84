package org.holdfast.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Where a request comes from, and how. Headers say so only for proxies that are listed: anybody can write one. */
@ApplicationScoped
public class Forwarded {
    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final List<String> proxies;

    @Inject
    public Forwarded(Settings settings) {
        this(settings.list(Setting.PROXIES));
    }

    Forwarded(List<String> proxies) {
        this.proxies = proxies;
    }

    /** For the container's proxy. */
    protected Forwarded() {
        this(List.of());
    }

    /** The IP address of the client. */
    public String address(HttpServletRequest request) {
        return address(request.getRemoteAddr(), all(request, "X-Forwarded-For"));
    }

    boolean isByProxy(HttpServletRequest request) {
        return proxies.contains(request.getRemoteAddr());
    }

    /** {@code http} or {@code https}, as the client said it. */
    String scheme(HttpServletRequest request) {
        String said = all(request, "X-Forwarded-Proto");
        String nearest =
                said == null ? null : said.substring(said.lastIndexOf(',') + 1).strip();
        return scheme(request.getRemoteAddr(), request.getScheme(), nearest);
    }

    /** Some proxies add a line of their own to those that came: RFC 9110, section 5.3. @return null: there is none */
    private static String all(HttpServletRequest request, String header) {
        List<String> lines = Collections.list(request.getHeaders(header));
        return lines.isEmpty() ? null : String.join(",", lines);
    }

    /**
     * The nearest hop that is none of ours: what stands before it, the client may have written itself.
     *
     * @param forwarded the header's text, nearest last; null: there was none
     */
    String address(String peer, String forwarded) {
        if (forwarded == null || !proxies.contains(peer)) return peer;
        String[] hops = forwarded.split(",");
        for (int n = hops.length - 1; n >= 0; n--) {
            String hop = hops[n].strip();
            if (!proxies.contains(hop)) return IP_ADDRESS.matcher(hop).matches() ? hop : peer;
        }
        return peer;
    }

    String scheme(String peer, String scheme, String forwarded) {
        boolean isSaid = "http".equals(forwarded) || "https".equals(forwarded);
        return isSaid && proxies.contains(peer) ? forwarded : scheme;
    }
}
