package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.profile.Profile;
import org.holdfast.profile.Profiles;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Query;

/** How others show themselves: protocol section 6.11. */
@Paced
@Path("profiles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProfilesResource {
    private static final int MOST_PEOPLE = 100;
    private static final int MOST_IDS = 2_000;

    @Inject
    private CurrentLogin login;

    @Inject
    private Profiles profiles;

    @GET
    public String of(@Context UriInfo uri) {
        List<Long> ids = ids(new Query(uri.getQueryParameters()::getFirst).textOr("ids", MOST_IDS, ""));
        return profiles.of(login.account(), ids).stream()
                .map(Profile::json)
                .collect(Collectors.joining(",", "{\"profiles\":[", "]}"));
    }

    private static List<Long> ids(String list) {
        if (!list.matches("(\\d{1,15}(,\\d{1,15}){0," + (MOST_PEOPLE - 1) + "})?"))
            throw Fields.bad("ids", "must be at most " + MOST_PEOPLE + " numbers, with commas");
        return Stream.of(list.split(","))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
