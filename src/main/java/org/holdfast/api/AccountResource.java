package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.holdfast.account.Account;
import org.holdfast.account.Accounts;
import org.holdfast.audit.Action;
import org.holdfast.wire.Fields;

/** Making an account, which signs it in. */
@Path("accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

    @Inject
    private Accounts accounts;

    @Inject
    private SignIn signIn;

    @Inject
    private JsonBody json;

    @Inject
    private Doorstep doorstep;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Auditing auditing;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signUp() {
        doorstep.knock(request);
        Fields body = json.fields();
        Account account = accounts.signUp(
                body.text("name", 1, 250),
                body.textOr("displayName", 250, ""),
                body.text("password", 0, 1_000),
                body.textOr("invitation", 1_000, ""));
        auditing.by(account, Action.SIGNED_UP, account.role().wireName());
        return Response.status(Response.Status.CREATED)
                .entity(account.json())
                .cookie(signIn.begin(account))
                .build();
    }
}
