package org.holdfast.poll;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.holdfast.api.HeldRequest;
import org.holdfast.api.ShownCredentials;
import org.holdfast.command.TopicGreeting;
import org.holdfast.command.TopicHello;
import org.holdfast.wire.Query;

/** A topic by polling: the streams page, section 6. */
@Path("streams/{topic}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TopicPollResource {
    @Inject
    private ShownCredentials shown;

    @Inject
    private TopicGreeting greeting;

    @Inject
    private Polls polls;

    @GET
    public void poll(
            @PathParam("topic") String topic,
            @Context UriInfo uri,
            @Suspended AsyncResponse response,
            @Context HttpServletRequest request) {
        Query query = new Query(uri.getQueryParameters()::getFirst);
        TopicHello hello = TopicHello.of(query);
        polls.open(
                greeting.reading(topic, shown.get(), hello),
                hello.hasCursor(),
                PollResource.waitOf(query),
                HeldRequest.of(response, request));
    }
}
