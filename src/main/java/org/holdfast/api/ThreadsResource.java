package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.holdfast.message.FollowedThreads;

/** What waits in the threads that one follows: protocol section 6.10. */
@Paced
@Path("threads")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ThreadsResource {
    @Inject
    private CurrentLogin login;

    @Inject
    private FollowedThreads threads;

    @GET
    public String waiting() {
        return threads.waiting(login.account()).stream()
                .map(FollowedThreads.Waiting::json)
                .collect(Collectors.joining(",", "{\"threads\":[", "]}"));
    }
}
