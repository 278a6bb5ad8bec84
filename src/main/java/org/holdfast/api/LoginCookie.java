package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
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

    NewCookie holding(String token) {
        return cookie(token, TimeUnit.MILLISECONDS.toSeconds(settings.duration(Setting.LOGIN_LIFETIME)))
                .build();
    }

    /** Makes the browser forget it. */
    NewCookie gone() {
        return cookie("", 0).build();
    }

    private NewCookie.Builder cookie(String value, long maxAgeSeconds) {
        boolean isWhole = name.isHostOnly() || request.getContextPath().isEmpty();
        return closed(name.text(), value)
                .path(isWhole ? "/" : request.getContextPath())
                .maxAge(Math.toIntExact(maxAgeSeconds))
                .sameSite(NewCookie.SameSite.STRICT);
    }

    /** One that no script can read. */
    NewCookie.Builder closed(String name, String value) {
        return new NewCookie.Builder(name).value(value).httpOnly(true).secure(isSecure());
    }

    /** A proxy may end TLS before us: then only the public address tells. */
    private boolean isSecure() {
        return forwarded.scheme(request).equals("https")
                || settings.text(Setting.URL).startsWith("https://");
    }
}
