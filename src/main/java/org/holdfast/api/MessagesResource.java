package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.message.Changes;
import org.holdfast.message.Reading;
import org.holdfast.message.Receipts;
import org.holdfast.wire.Query;

/** Single messages: protocol section 6.4. */
@Paced
@Path("rooms/{room}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {
    private static final int USUAL_PAGE = 50;

    @Inject
    private CurrentLogin login;

    @Inject
    private Reading reading;

    @Inject
    private Changes changes;

    @Inject
    private Receipts receipts;

    @GET
    @Path("messages/{message}")
    public String one(@PathParam("room") long room, @PathParam("message") long message) {
        Account account = login.account();
        List<Event> events = List.of(reading.one(account, room, message));
        return EventPage.json(events, changes.of(account, room, events));
    }

    @GET
    @Path("messages/{message}/edits")
    public String edits(@PathParam("room") long room, @PathParam("message") long message) {
        return "{\"events\":" + EventPage.events(reading.edits(login.account(), room, message)) + "}";
    }

    /** Before a sequence; 0: the newest. */
    @GET
    @Path("messages/{message}/thread")
    public String thread(@PathParam("room") long room, @PathParam("message") long message, @Context UriInfo uri) {
        Query query = new Query(uri.getQueryParameters()::getFirst);
        Account account = login.account();
        long limit = query.numberOr("limit", USUAL_PAGE);
        List<Event> events = reading.thread(account, room, message, query.numberOr("before", 0), limit);
        return EventPage.json(events, changes.of(account, room, events));
    }

    /** Who has read it. */
    @GET
    @Path("messages/{message}/readers")
    public String readers(@PathParam("room") long room, @PathParam("message") long message) {
        return receipts.of(login.account(), room, message).json();
    }

    @GET
    @Path("pins")
    public String pins(@PathParam("room") long room) {
        Account account = login.account();
        List<Event> events = reading.pins(account, room);
        return EventPage.json(events, changes.of(account, room, events));
    }
}
