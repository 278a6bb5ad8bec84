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
import java.util.stream.Collectors;
import org.holdfast.audit.Action;
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

    @PathParam("room")
    private long room;

    @GET
    public String all() {
        String members = history.members(login.account(), room).stream()
                .map(Member::json)
                .collect(Collectors.joining(","));
        return "{\"members\":[" + members + "]}";
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void add() {
        long account = body.fields().number("account");
        RoomsResource.wait(people.add(login.account(), account, room));
        audit(Action.MEMBER_ADDED, account, "");
    }

    @PUT
    @Path("{account}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void make(@PathParam("account") long account) {
        RoomRole role = RoomRole.of(body.fields().text("role", 1, MOST_ROLE));
        RoomsResource.wait(people.make(login.account(), account, role, room));
        audit(Action.MEMBER_ROLE_CHANGED, account, ": " + role.wireName());
    }

    @DELETE
    @Path("{account}")
    public void remove(@PathParam("account") long account) {
        RoomsResource.wait(people.remove(login.account(), account, room));
        audit(Action.MEMBER_REMOVED, account, "");
    }

    private void audit(Action action, long account, String detail) {
        auditing.did(action, "room " + room + ", account " + account + detail);
    }
}
