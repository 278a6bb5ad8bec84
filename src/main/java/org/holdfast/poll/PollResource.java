package org.holdfast.poll;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import org.holdfast.account.Login;
import org.holdfast.api.CurrentLogin;
import org.holdfast.api.JsonBody;
import org.holdfast.command.HelloData;
import org.holdfast.wire.Fields;

/** The chat by polling: protocol section 3.5. */
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
    public void poll(
            @QueryParam("session") String session,
            @QueryParam("turn") String turn,
            @QueryParam("cursor") String cursor,
            @QueryParam("wait") String wait,
            @Suspended AsyncResponse response) {
        Login login = current.login();
        polls.open(login, HelloData.of(session, turn, cursor), waitOf(wait), response);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void poll(@Suspended AsyncResponse response) {
        Login login = current.login();
        Fields body = json.fields();
        long wait = body.has("wait") ? body.number("wait") : LONGEST_WAIT_MILLIS;
        polls.open(login, HelloData.of(body), checked(wait), response);
    }

    /** @param wait of a query; null: as long as it may be */
    static long waitOf(String wait) {
        return checked(number(wait));
    }

    private static long number(String wait) {
        try {
            return wait == null ? LONGEST_WAIT_MILLIS : Long.parseLong(wait);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static long checked(long wait) {
        if (wait < 0 || wait > LONGEST_WAIT_MILLIS)
            throw Fields.bad("wait", "must be a whole number from 0 to " + LONGEST_WAIT_MILLIS);
        return wait;
    }
}
