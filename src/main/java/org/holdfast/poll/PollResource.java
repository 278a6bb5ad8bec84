package org.holdfast.poll;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.holdfast.account.Login;
import org.holdfast.account.Scope;
import org.holdfast.api.CurrentLogin;
import org.holdfast.api.HeldRequest;
import org.holdfast.api.JsonBody;
import org.holdfast.api.Needs;
import org.holdfast.command.HelloData;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Query;

/** The chat by polling: protocol section 3.5. */
@Needs(Scope.READ)
@Path("poll")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PollResource {
    /** Below every proxy's limit. */
    private static final long LONGEST_WAIT_MILLIS = 25_000;

    @Inject
    private CurrentLogin current;

    @Inject
    private JsonBody json;

    @Inject
    private Polls polls;

    @GET
    public void poll(@Context UriInfo uri, @Suspended AsyncResponse response, @Context HttpServletRequest request) {
        Login login = current.login();
        Query query = new Query(uri.getQueryParameters()::getFirst);
        polls.open(login, HelloData.of(query), waitOf(query), HeldRequest.of(response, request));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void poll(@Suspended AsyncResponse response, @Context HttpServletRequest request) {
        Login login = current.login();
        Fields body = json.fields();
        polls.open(
                login,
                HelloData.of(body),
                checked(body.numberOr("wait", LONGEST_WAIT_MILLIS)),
                HeldRequest.of(response, request));
    }

    static long waitOf(Query query) {
        return checked(query.numberOr("wait", LONGEST_WAIT_MILLIS));
    }

    private static long checked(long wait) {
        if (wait > LONGEST_WAIT_MILLIS)
            throw Fields.bad("wait", "must be a whole number from 0 to " + LONGEST_WAIT_MILLIS);
        return wait;
    }
}
