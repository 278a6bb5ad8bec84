package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.holdfast.account.Account;
import org.holdfast.account.Login;
import org.holdfast.account.Scope;
import org.holdfast.room.Access;
import org.holdfast.room.SitePermission;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Who sent the request. */
@RequestScoped
public class CurrentLogin {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Access access;

    public Optional<Login> find() {
        return Optional.ofNullable((Login) request.getAttribute(LoginFilter.ATTRIBUTE));
    }

    /** Refuses with {@code login_required}. */
    public Login login() {
        return find().orElseThrow(() -> new Refusal(Code.LOGIN_REQUIRED, "Sign in first."));
    }

    /** Refuses with {@code login_required} or {@code forbidden}. */
    void requireAdmin() {
        if (!login().scope().covers(Scope.ADMIN))
            throw new Refusal(Code.FORBIDDEN, "This token's scope does not cover admin.");
        access.check(account(), SitePermission.ADMINISTER);
    }

    /** Refuses with {@code login_required}. */
    public Account account() {
        return login().account();
    }
}
