package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.holdfast.account.AccessTokens;
import org.holdfast.account.Account;
import org.holdfast.account.LoginSessions;
import org.holdfast.account.PasswordChange;
import org.holdfast.account.Scope;
import org.holdfast.audit.Action;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Refusal;

/** The own password. Whoever is signed in elsewhere has to sign in anew: that may be why it was changed. */
@Needs(Scope.PERSON)
@Path("password")
@RequestScoped
public class PasswordResource {
    private static final int MOST_READ = 1_000;

    @Inject
    private CurrentLogin current;

    @Inject
    private PasswordChange passwords;

    @Inject
    private LoginSessions logins;

    @Inject
    private AccessTokens tokens;

    @Inject
    private JsonBody json;

    @Inject
    private Doorstep doorstep;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Auditing auditing;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void change() {
        Account account = current.account();
        Fields body = json.fields();
        try {
            passwords.change(
                    account,
                    body.text("current", 0, MOST_READ),
                    body.text("password", 0, MOST_READ),
                    auditing.entry(account, Action.PASSWORD_CHANGED, ""));
        } catch (Refusal refused) {
            auditing.refused(account.name(), "password: " + refused.code().wireName());
            throw refused;
        }
        logins.endOthers(account.id(), current.login());
        endTokens(account);
    }

    /** By whoever has a reset. It signs nobody in. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void reset() {
        doorstep.knock(request);
        Fields body = json.fields();
        Account account = passwords.reset(
                body.text("token", 0, MOST_READ),
                body.text("password", 0, MOST_READ),
                whose -> auditing.entry(whose, Action.PASSWORD_RESET, ""));
        logins.endOthers(account.id(), null);
        endTokens(account);
    }

    /** Whoever had the password before may have made some. */
    private void endTokens(Account account) {
        tokens.revokeAll(account);
    }
}
