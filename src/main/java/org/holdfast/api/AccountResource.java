package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Collectors;
import org.holdfast.account.Account;
import org.holdfast.account.Accounts;
import org.holdfast.account.ListedAccount;
import org.holdfast.audit.Action;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Query;

/** Making an account, which signs it in; and for administrators, all there are. */
@Path("accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

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

    @Inject
    private CurrentLogin current;

    /** Those whose names have a part in them. */
    @GET
    public String all(@Context UriInfo uri) {
        current.requireAdmin();
        Query query = new Query(uri.getQueryParameters()::getFirst);
        int limit = query.limitOr(USUAL, MOST);
        String name = query.textOr("name", 250, "");
        String head = "{\"total\":" + accounts.count(name) + ",\"accounts\":[";
        return accounts.list(name, limit).stream()
                .map(ListedAccount::json)
                .collect(Collectors.joining(",", head, "]}"));
    }

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
                .header(SetCookie.HEADER, signIn.begin(account))
                .build();
    }
}
