package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.holdfast.account.Tickets;

/** Tickets: each stands once for who asks for it, on one request or WebSocket. */
@Paced
@Path("tickets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TicketsResource {
    @Inject
    private CurrentLogin current;

    @Inject
    private Tickets tickets;

    @POST
    public Response issue() {
        String ticket = tickets.issue(current.login()).text();
        return Response.status(Response.Status.CREATED)
                .entity("{\"ticket\":\"" + ticket + "\",\"life\":" + Tickets.LIFE.toMillis() + "}")
                .build();
    }
}
