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
import java.util.stream.Collectors;
import org.holdfast.account.Account;
import org.holdfast.account.Scope;
import org.holdfast.audit.Action;
import org.holdfast.db.Engine;
import org.holdfast.delivery.ListedConnection;
import org.holdfast.delivery.LiveConnections;
import org.holdfast.wire.Code;
import org.holdfast.wire.Query;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;

/** Who is connected to this node, and how; and ending a connection: for administrators, protocol section 6.2. */
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
    private LiveConnections connections;

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
        return connections.list(name, before, limit).stream()
                .map(ListedConnection::json)
                .collect(Collectors.joining(",", head(name), "]}"));
    }

    /** With whether other nodes may have more of them. */
    private String head(String name) {
        return "{\"node\":\"" + connections.node() + "\",\"shared\":"
                + Engine.of(jdbi).isShared() + ",\"total\":" + connections.count(name) + ",\"connections\":[";
    }

    @DELETE
    @Path("{id}")
    public void end(@PathParam("id") String id) {
        current.requireAdmin();
        Account whose = connections
                .end(id)
                .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "There is no such connection at this node."));
        auditing.did(Action.CONNECTION_ENDED, (whose.name() + " " + id).strip());
    }
}
