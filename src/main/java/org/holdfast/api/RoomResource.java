package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.room.History;
import org.holdfast.room.Member;
import org.holdfast.room.Rooms;
import org.holdfast.wire.Fields;

/** One room: going in and out, and for members its history and who they are. */
@Paced
@Path("rooms/{room}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoomResource {
    @Inject
    private CurrentLogin login;

    @Inject
    private Rooms rooms;

    @Inject
    private History history;

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

    /** @param before 0: the newest */
    @GET
    @Path("events")
    public String events(
            @PathParam("room") long room,
            @QueryParam("before") @DefaultValue("0") String before,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        History.Page page = history.before(login.account(), room, number("before", before), (int)
                Math.min(number("limit", limit), Integer.MAX_VALUE));
        String events = page.events().stream().map(Event::json).collect(Collectors.joining(","));
        return "{\"events\":[" + events + "],\"head\":" + page.head() + "}";
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Fields.bad(name, "must be a whole number");
        }
    }

    @GET
    @Path("members")
    public String members(@PathParam("room") long room) {
        String members = history.members(login.account(), room).stream()
                .map(Member::json)
                .collect(Collectors.joining(","));
        return "{\"members\":[" + members + "]}";
    }
}
