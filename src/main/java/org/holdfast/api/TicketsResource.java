package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.holdfast.account.Logins;
import org.holdfast.account.Tickets;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

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

    @Inject
    private HttpServletRequest request;

    @POST
    public Response issue() {
        // Else whoever catches one has another for ever.
        if (Logins.isTicket(request.getHeader("Authorization")))
            throw new Refusal(Code.FORBIDDEN, "A ticket makes no tickets.");
        String ticket = tickets.issue(current.login()).text();
        return Response.status(Response.Status.CREATED)
                .entity("{\"ticket\":\"" + ticket + "\",\"life\":" + Tickets.LIFE.toMillis() + "}")
                .build();
    }
}
