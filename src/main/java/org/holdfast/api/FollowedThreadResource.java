package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.holdfast.message.FollowedThreads;
import org.holdfast.wire.Fields;

/** Whether one follows a thread, and how far one has read it: protocol section 6.10. */
@Paced
@Path("rooms/{room}/threads/{message}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FollowedThreadResource {
    @Inject
    private CurrentLogin login;

    @Inject
    private JsonBody body;

    @Inject
    private FollowedThreads threads;

    @GET
    public String one(@PathParam("room") long room, @PathParam("message") long message) {
        return threads.of(login.account(), room, message).json();
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public void mark(@PathParam("room") long room, @PathParam("message") long message) {
        Fields fields = body.fields();
        Boolean following = fields.has("following") ? fields.flagOr("following", false) : null;
        RoomsResource.wait(threads.mark(login.account(), room, message, following, fields.numberOr("read", 0)));
    }
}
