package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.holdfast.account.Scope;
import org.holdfast.audit.Action;
import org.holdfast.db.Engine;
import org.holdfast.delivery.ConnectionsEverywhere;
import org.holdfast.wire.Code;
import org.holdfast.wire.Query;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;

/** Who is connected, at which node, and how; and ending a connection: for administrators, protocol section 6.2. */
@Needs(Scope.ADMIN)
@Path("connections")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionsResource {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;
    private static final int MOST_NAME = 250;
    private static final int MOST_ID = 30;

    @Inject
    private CurrentLogin current;

    @Inject
    private ConnectionsEverywhere connections;

    @Inject
    private Auditing auditing;

    @Inject
    private Jdbi jdbi;

    @GET
    public String all(@Context UriInfo uri) {
        current.requireAdmin();
        Query query = new Query(uri.getQueryParameters()::getFirst);
        int limit = query.limitOr(USUAL, MOST);
        String name = query.textOr("name", MOST_NAME, "");
        String before = query.textOr("before", MOST_ID, null);
        boolean isShared = Engine.of(jdbi).isShared();
        return "{\"shared\":" + isShared + ","
                + connections.list(name, before, limit).json() + "}";
    }

    @DELETE
    @Path("{id}")
    public void end(@PathParam("id") String id) {
        current.requireAdmin();
        String whose = connections
                .end(id)
                .orElseThrow(() -> new Refusal(
                        Code.NOT_FOUND, "There is no such connection at this node, nor at one that answers."));
        auditing.did(Action.CONNECTION_ENDED, (whose + " " + id).strip());
    }
}
