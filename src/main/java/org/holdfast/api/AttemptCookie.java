package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.holdfast.account.LoginCookieName;
import org.holdfast.account.Secret;
import org.holdfast.oidc.Attempt;

/** Tells the browser that began to sign in at the provider from one that was sent here by another page. */
@RequestScoped
public class AttemptCookie {
    /** To the login cookie's, of which it has the rules: a planted one signs its victim in as somebody else. */
    private static final String SUFFIX = "-sign-in";

    private static final int LIFE_SECONDS = 600;

    @Inject
    private HttpServletRequest request;

    @Inject
    private LoginCookie cookies;

    @Inject
    private LoginCookieName login;

    SetCookie holding(Attempt attempt) {
        return cookie(attempt.secret().text(), LIFE_SECONDS);
    }

    /** Each is for one answer. */
    SetCookie gone() {
        return cookie("", 0);
    }

    Optional<Attempt> find() {
        Cookie[] all = request.getCookies();
        return Stream.ofNullable(all)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name()))
                .findFirst()
                .map(cookie -> new Attempt(new Secret(cookie.getValue())));
    }

    private String name() {
        return login.text() + SUFFIX;
    }

    /** Lax: the browser comes back from another site. */
    private SetCookie cookie(String value, int maxAgeSeconds) {
        String path = login.isHostOnly() ? "/" : request.getContextPath() + "/api/oidc";
        return new SetCookie(name(), value, path, maxAgeSeconds, "Lax", cookies.isSecure());
    }
}
