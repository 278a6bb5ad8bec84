package org.holdfast.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.account.LoginCookieName;
import org.holdfast.account.Logins;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/**
 * Which pages may connect and change things: our own, and those of the setting {@code holdfast.origins}. Browsers send the
 * cookie with every WebSocket handshake, and the servers' own check of the origin always says yes.
 */
@ApplicationScoped
public class Origins {

    /** An address without a name, or that of this machine; with its port or without. */
    private static final Pattern NUMBER =
            Pattern.compile("([0-9.]+|\\[[0-9a-f:.]+]|localhost)(:[0-9]+)?", Pattern.CASE_INSENSITIVE);

    /** Whether the public address is known by a name of its own. */
    private final boolean isNamed;

    private final Set<Origin> allowed;

    @Inject
    public Origins(Settings settings) {
        // The public address too: behind a proxy that ends TLS, our own scheme is not the one that the browser sees.
        String url = settings.text(Setting.URL);
        isNamed = Origin.ofAddress(url)
                .filter(address -> !NUMBER.matcher(address.host()).matches())
                .isPresent();
        Stream<String> named = Stream.concat(settings.list(Setting.ORIGINS).stream(), Stream.of(url));
        allowed = named.map(Origin::ofAddress).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** For the container's proxy. */
    protected Origins() {
        isNamed = false;
        allowed = null;
    }

    /**
     * @param origin the {@code Origin} header
     * @param scheme {@code http} or {@code https}, as the request came in
     * @param host the {@code Host} header, with its port
     */
    public boolean isAllowed(String origin, String scheme, String host) {
        return Origin.of(origin)
                .filter(page -> allowed.contains(page) || page.equals(own(scheme, host)))
                .isPresent();
    }

    /**
     * Whether a request may do without an {@code Origin}. Browsers name it with every change and handshake, and send the cookie by
     * themselves: whoever has a cookie and no origin is not to be told from a forgery. A token is only ever shown on purpose.
     *
     * @param cookies the {@code Cookie} header; null: there was none
     * @param authorization the {@code Authorization} header; null: there was none
     */
    static boolean isNoBrowsers(String cookies, String authorization, LoginCookieName name) {
        return name.value(cookies).isEmpty() || Logins.bearer(authorization).isPresent();
    }

    /**
     * What the browser believes it speaks to. Where the public address has a name, only as a number, or this machine itself: any other name may be
     * somebody else's that leads here (DNS rebinding), and its page is none of ours.
     */
    private Origin own(String scheme, String host) {
        if (host == null || isNamed && !NUMBER.matcher(host).matches()) return null;
        return Origin.of(scheme + "://" + host).orElse(null);
    }
}
