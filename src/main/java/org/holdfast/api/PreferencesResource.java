package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.holdfast.profile.QuietChange;
import org.holdfast.profile.Quiets;
import org.holdfast.room.Preferences;
import org.holdfast.room.RoomPreferences;

/** What one wants of one's own rooms, when one wants quiet, and to be seen: protocol sections 6.7 and 6.12. */
@Paced
@Path("preferences")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PreferencesResource {
    @Inject
    private CurrentLogin login;

    @Inject
    private Preferences preferences;

    @Inject
    private JsonBody body;

    @Inject
    private Quiets quiets;

    @GET
    public String all() {
        // First: its head is not newer than the quiet that is read after it.
        Preferences.Known known = preferences.of(login.account());
        String quiet = quiets.of(login.account()).json();
        return known.rooms().stream()
                .map(RoomPreferences::json)
                .collect(Collectors.joining(
                        ",", "{\"head\":" + known.head() + ",\"quiet\":" + quiet + ",\"rooms\":[", "]}"));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public void change() {
        QuietChange change = new QuietChange(body.fields(), System.currentTimeMillis());
        RoomsResource.wait(quiets.change(login.account(), change));
        quiets.show(login.account(), change);
    }
}
