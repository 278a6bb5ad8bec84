package org.holdfast.bench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The least that makes a server start its CDI and its JAX-RS. */
@ApplicationScoped
@Path("bare")
public class BareResource {
    @GET
    public String bare() {
        return "bare";
    }
}
