package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.holdfast.room.PreferenceChange;
import org.holdfast.room.Preferences;

/** What one wants of one room: protocol section 6.7. */
@Paced
@Path("rooms/{room}/preferences")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoomPreferencesResource {
    @Inject
    private CurrentLogin login;

    @Inject
    private JsonBody body;

    @Inject
    private Preferences preferences;

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public void change(@PathParam("room") long room) {
        RoomsResource.wait(preferences.change(login.account(), room, new PreferenceChange(body.fields())));
    }
}
