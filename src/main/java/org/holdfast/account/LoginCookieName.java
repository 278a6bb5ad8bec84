package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/**
 * What the login cookie is called. Where the public address is https it is a {@code __Host-} cookie, and no other counts: neither a
 * neighbour in the domain nor whoever answers on plain http can plant one (RFC 6265bis, section 4.1.3.2).
 */
@ApplicationScoped
public class LoginCookieName {
    private static final String HOST_ONLY = "__Host-";
    /** Of the token of RFC 9110, section 5.6.2, what needs no thought. */
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private final boolean isHostOnly;
    private final String text;

    @Inject
    public LoginCookieName(Settings settings) {
        String name = settings.text(Setting.COOKIE);
        if (!ALLOWED.matcher(name).matches())
            throw new IllegalArgumentException(Setting.COOKIE.key() + " must have 1 to 60 of A-Z a-z 0-9 _ -");
        isHostOnly = settings.text(Setting.URL).startsWith("https://");
        text = isHostOnly ? HOST_ONLY + name : name;
    }

    /** For the container's proxy. */
    protected LoginCookieName() {
        isHostOnly = false;
        text = "";
    }

    public String text() {
        return text;
    }

    /** Whether it has to be secure, and of the path {@code /}. */
    public boolean isHostOnly() {
        return isHostOnly;
    }

    /** What it holds. @param cookies the {@code Cookie} header; null: there was none */
    public Optional<String> value(String cookies) {
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies.split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(text + "="))
                .map(cookie -> cookie.substring(text.length() + 1))
                .findFirst();
    }
}
