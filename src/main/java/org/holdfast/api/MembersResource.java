package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.holdfast.audit.Action;
import org.holdfast.log.Event;
import org.holdfast.room.History;
import org.holdfast.room.Member;
import org.holdfast.room.People;
import org.holdfast.room.RoomRole;

/** Who is in a room, and as what: protocol section 6.1. */
@Paced
@Path("rooms/{room}/members")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {
    private static final int MOST_ROLE = 20;

    @Inject
    private CurrentLogin login;

    @Inject
    private JsonBody body;

    @Inject
    private History history;

    @Inject
    private People people;

    @Inject
    private Auditing auditing;

    @GET
    public String all(@PathParam("room") long room) {
        String members = history.members(login.account(), room).stream()
                .map(Member::json)
                .collect(Collectors.joining(","));
        return "{\"members\":[" + members + "]}";
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void add(@PathParam("room") long room) {
        long account = body.fields().number("account");
        audit(people.add(login.account(), account, room), Action.MEMBER_ADDED, room, account, "");
    }

    @PUT
    @Path("{account}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void make(@PathParam("room") long room, @PathParam("account") long account) {
        RoomRole role = RoomRole.of(body.fields().text("role", 1, MOST_ROLE));
        audit(
                people.make(login.account(), account, role, room),
                Action.MEMBER_ROLE_CHANGED,
                room,
                account,
                ": " + role.wireName());
    }

    @DELETE
    @Path("{account}")
    public void remove(@PathParam("room") long room, @PathParam("account") long account) {
        audit(people.remove(login.account(), account, room), Action.MEMBER_REMOVED, room, account, "");
    }

    /** Where nothing changed, there is nothing to tell. */
    private void audit(CompletionStage<List<Event>> done, Action action, long room, long account, String detail) {
        if (RoomsResource.wait(done).isEmpty()) return;
        auditing.did(action, "room " + room + ", account " + account + detail);
    }
}
