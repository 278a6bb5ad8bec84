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
import org.holdfast.room.Member;
import org.holdfast.room.People;
import org.holdfast.wire.Query;

/** The people whom one may know of: protocol section 6.1. */
@Paced
@Path("people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {
    private static final int MOST_NAME = 250;

    @Inject
    private CurrentLogin login;

    @Inject
    private People people;

    @GET
    public String find(@Context UriInfo uri) {
        String part = new Query(uri.getQueryParameters()::getFirst).textOr("name", MOST_NAME, "");
        String found =
                people.find(login.account(), part).stream().map(Member::json).collect(Collectors.joining(","));
        return "{\"people\":[" + found + "]}";
    }
}
