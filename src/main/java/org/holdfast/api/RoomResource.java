package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Consumer;
import org.holdfast.account.Account;
import org.holdfast.audit.Action;
import org.holdfast.message.Changes;
import org.holdfast.room.History;
import org.holdfast.room.RoomSettings;
import org.holdfast.room.Rooms;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Name;
import org.holdfast.wire.Query;
import org.jdbi.v3.core.Handle;

/** One room: going in and out, and for members its history. */
@Paced
@Path("rooms/{room}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoomResource {
    private static final long USUAL_PAGE = 50;

    @Inject
    private CurrentLogin login;

    @Inject
    private Rooms rooms;

    @Inject
    private JsonBody body;

    @Inject
    private Auditing auditing;

    @Inject
    private History history;

    @Inject
    private Changes changes;

    @POST
    @Path("join")
    public String join(@PathParam("room") long room) {
        Account account = login.account();
        RoomsResource.wait(rooms.join(account, room));
        return rooms.one(account, room).json();
    }

    @POST
    @Path("leave")
    public void leave(@PathParam("room") long room) {
        RoomsResource.wait(rooms.leave(login.account(), room));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public void change(@PathParam("room") long room) {
        Fields fields = body.fields();
        Name name = fields.has("name") ? Name.of("name", fields.text("name", 1, RoomsResource.MOST_NAME)) : null;
        String topic = fields.has("topic") ? RoomsResource.topic(fields) : null;
        Boolean archived = fields.has("archived") ? fields.flagOr("archived", false) : null;
        Boolean receipts = fields.has("receipts") ? fields.flagOr("receipts", false) : null;
        RoomSettings wanted = new RoomSettings(name, topic, archived, receipts);
        RoomsResource.wait(rooms.change(login.account(), room, wanted, archiving(room, archived)));
    }

    private Consumer<Handle> archiving(long room, Boolean archived) {
        Action action = Boolean.TRUE.equals(archived) ? Action.ROOM_ARCHIVED : Action.ROOM_UNARCHIVED;
        return auditing.entry(login.account(), action, "room " + room);
    }

    /** Before a sequence; 0: the newest. */
    @GET
    @Path("events")
    public String events(@PathParam("room") long room, @Context UriInfo uri) {
        Query query = new Query(uri.getQueryParameters()::getFirst);
        int limit = (int) Math.min(query.numberOr("limit", USUAL_PAGE), Integer.MAX_VALUE);
        History.Page page = history.before(login.account(), room, query.numberOr("before", 0), limit);
        // Read after the events: it is of them, and newer.
        return EventPage.json(page.events(), changes.of(login.account(), room, page.events()));
    }
}
