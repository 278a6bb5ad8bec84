package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.TimeUnit;
import org.holdfast.account.LoginCookieName;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** The cookie that carries the login token: no script can read it, and no page of another site can make a browser send it. */
@RequestScoped
public class LoginCookie {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Settings settings;

    @Inject
    private Forwarded forwarded;

    @Inject
    private LoginCookieName name;

    SetCookie holding(String token) {
        return cookie(token, TimeUnit.MILLISECONDS.toSeconds(settings.duration(Setting.LOGIN_LIFETIME)));
    }

    /** Makes the browser forget it. */
    SetCookie gone() {
        return cookie("", 0);
    }

    private SetCookie cookie(String value, long maxAgeSeconds) {
        boolean isWhole = name.isHostOnly() || request.getContextPath().isEmpty();
        String path = isWhole ? "/" : request.getContextPath();
        return new SetCookie(name.text(), value, path, Math.toIntExact(maxAgeSeconds), "Strict", isSecure());
    }

    /** A proxy may end TLS before us: then only the public address tells. */
    boolean isSecure() {
        return forwarded.scheme(request).equals("https")
                || settings.text(Setting.URL).startsWith("https://");
    }
}
