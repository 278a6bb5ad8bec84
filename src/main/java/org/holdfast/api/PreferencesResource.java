package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.holdfast.room.Preferences;
import org.holdfast.room.RoomPreferences;

/** What one wants of one's own rooms: protocol section 6.7. */
@Paced
@Path("preferences")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PreferencesResource {
    @Inject
    private CurrentLogin login;

    @Inject
    private Preferences preferences;

    @GET
    public String all() {
        Preferences.Known known = preferences.of(login.account());
        return known.rooms().stream()
                .map(RoomPreferences::json)
                .collect(Collectors.joining(",", "{\"head\":" + known.head() + ",\"rooms\":[", "]}"));
    }
}
