package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.holdfast.message.Unread;
import org.holdfast.message.UnreadCount;

/** What waits in one's own rooms: protocol section 6.5. */
@Paced
@Path("unread")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UnreadResource {
    @Inject
    private CurrentLogin login;

    @Inject
    private Unread unread;

    @GET
    public String all() {
        return unread.of(login.account()).stream()
                .map(UnreadCount::json)
                .collect(Collectors.joining(",", "{\"rooms\":[", "]}"));
    }
}
