package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import org.holdfast.account.Account;
import org.holdfast.account.LoginSessions;
import org.holdfast.account.Proof;
import org.holdfast.audit.Action;

/** Begins and ends the login session of the browser that sent the request. */
@RequestScoped
public class SignIn {

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentLogin current;

    @Inject
    private LoginSessions logins;

    @Inject
    private LoginCookie cookie;

    @Inject
    private Auditing auditing;

    /** Always a new token, and the old one ends: one that was planted before can't be signed in by its victim. */
    SetCookie begin(Account account) {
        return begin(Proof.of(account));
    }

    SetCookie begin(Proof proof) {
        SetCookie begun = cookie.holding(logins.begin(proof, device()));
        current.find().ifPresent(logins::end);
        auditing.by(proof.account(), Action.SIGNED_IN, device());
        return begun;
    }

    SetCookie end() {
        current.find().ifPresent(login -> {
            logins.end(login);
            auditing.by(login.account(), Action.SIGNED_OUT, "");
        });
        return cookie.gone();
    }

    private String device() {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    }
}
