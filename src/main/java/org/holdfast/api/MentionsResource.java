package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.holdfast.search.OwnMentions;
import org.holdfast.wire.Query;

/** The messages in which one is called: protocol section 6.13. */
@Paced
@Path("mentions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MentionsResource {
    private static final int MOST_MARK = 100;
    private static final int USUAL_LIMIT = 20;
    private static final int MOST_HITS = 50;

    @Inject
    private CurrentLogin login;

    @Inject
    private OwnMentions mentions;

    @GET
    public String page(@Context UriInfo uri) {
        Query query = new Query(uri.getQueryParameters()::getFirst);
        String before = query.has("before") ? query.text("before", 1, MOST_MARK) : null;
        return mentions.of(login.account(), before, query.limitOr(USUAL_LIMIT, MOST_HITS))
                .json();
    }
}
