package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.holdfast.db.Database;
import org.holdfast.delivery.Drain;

/** For monitors and load balancers: whether the server lives, and whether it can serve. */
@Path("health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    @Inject
    private Database database;

    @Inject
    private Drain drain;

    @GET
    @Path("live")
    public String live() {
        return status("up");
    }

    @GET
    @Path("ready")
    public Response ready() {
        if (drain.isOn()) return unavailable("draining");
        return database.answers() ? Response.ok(status("up")).build() : unavailable("down");
    }

    private static Response unavailable(String word) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .entity(status(word))
                .build();
    }

    private static String status(String word) {
        return "{\"status\":\"" + word + "\"}";
    }
}
