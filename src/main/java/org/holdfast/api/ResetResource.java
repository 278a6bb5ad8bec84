package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.holdfast.account.Account;
import org.holdfast.account.Accounts;
import org.holdfast.account.OneTimeTokens;
import org.holdfast.account.PasswordChange;
import org.holdfast.account.Scope;
import org.holdfast.audit.Action;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** A way back for somebody who forgot the password. An administrator hands it over, and learns no password. */
@Needs(Scope.PERSON)
@Paced
@Path("accounts/{account}/reset")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ResetResource {
    @Inject
    private CurrentLogin current;

    @Inject
    private Accounts accounts;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private PasswordChange passwords;

    @Inject
    private Auditing auditing;

    @POST
    public Response issue(@PathParam("account") long id) {
        current.requireAdmin();
        Account account = accounts.find(id)
                .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "There is no such account, or it is disabled."));
        passwords.checkOwn(account);
        OneTimeTokens.Issued issued = tokens.reset(current.account(), id);
        auditing.did(Action.PASSWORD_RESET_ISSUED, account.name());
        return Response.status(Response.Status.CREATED)
                .entity(InvitationsResource.json(issued))
                .build();
    }
}
