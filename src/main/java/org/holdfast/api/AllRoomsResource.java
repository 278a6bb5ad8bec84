package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Collectors;
import org.holdfast.account.Scope;
import org.holdfast.room.AllRooms;
import org.holdfast.room.ListedRoom;
import org.holdfast.wire.Query;

/** Which rooms there are, also those that an administrator is not in: protocol section 6.2. */
@Needs(Scope.ADMIN)
@Path("rooms/all")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AllRoomsResource {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    @Inject
    private CurrentLogin current;

    @Inject
    private AllRooms rooms;

    @GET
    public String all(@Context UriInfo uri) {
        current.requireAdmin();
        Query query = new Query(uri.getQueryParameters()::getFirst);
        int limit = query.limitOr(USUAL, MOST);
        String name = query.textOr("name", RoomsResource.MOST_NAME, "");
        String head = "{\"total\":" + rooms.count(name) + ",\"rooms\":[";
        return rooms.list(name, limit).stream().map(ListedRoom::json).collect(Collectors.joining(",", head, "]}"));
    }
}
