package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.holdfast.profile.Profiles;
import org.holdfast.profile.Status;

/** What one says of oneself for a while: protocol section 6.11. */
@Paced
@Path("profile/status")
@RequestScoped
public class StatusResource {
    @Inject
    private CurrentLogin login;

    @Inject
    private JsonBody body;

    @Inject
    private Profiles profiles;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void say() {
        profiles.say(login.account().id(), Status.of(body.fields(), System.currentTimeMillis()));
    }
}
