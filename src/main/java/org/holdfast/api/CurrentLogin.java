package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.holdfast.account.Account;
import org.holdfast.account.Login;
import org.holdfast.account.Role;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Who sent the request. */
@RequestScoped
public class CurrentLogin {

    @Inject
    private HttpServletRequest request;

    public Optional<Login> find() {
        return Optional.ofNullable((Login) request.getAttribute(LoginMechanism.ATTRIBUTE));
    }

    /** Refuses with {@code login_required}. */
    public Login login() {
        return find().orElseThrow(() -> new Refusal(Code.LOGIN_REQUIRED, "Sign in first."));
    }

    /** Refuses with {@code login_required} or {@code forbidden}. */
    void requireAdmin() {
        if (account().role() != Role.ADMIN) throw new Refusal(Code.FORBIDDEN, "Only an administrator may do this.");
    }

    /** Refuses with {@code login_required}. */
    public Account account() {
        return login().account();
    }
}
