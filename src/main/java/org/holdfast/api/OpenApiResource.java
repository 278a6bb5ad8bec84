package org.holdfast.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Says to programs what they may ask. It tells nothing of this server, so that whoever builds one needs no login. */
@Path("openapi.json")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {
    private final String description = OpenApi.read().toString();

    @GET
    public String description() {
        return description;
    }
}
