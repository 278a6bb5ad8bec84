package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.holdfast.account.Account;
import org.holdfast.room.DirectRooms;
import org.holdfast.room.Rooms;

/** The room of a set of people: protocol section 6.1. */
@Paced
@Path("direct")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DirectResource {
    @Inject
    private CurrentLogin login;

    @Inject
    private JsonBody body;

    @Inject
    private DirectRooms directs;

    @Inject
    private Rooms rooms;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String open() {
        Account account = login.account();
        long room = RoomsResource.wait(directs.open(account, body.fields().numbers("people")));
        return rooms.one(account, room).json();
    }
}
