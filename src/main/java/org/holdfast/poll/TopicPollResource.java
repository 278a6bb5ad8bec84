package org.holdfast.poll;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import org.holdfast.api.ShownCredentials;
import org.holdfast.command.TopicGreeting;
import org.holdfast.command.TopicHello;

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
            @QueryParam("since") String since,
            @QueryParam("last") String last,
            @QueryParam("wait") String wait,
            @Suspended AsyncResponse response) {
        TopicHello hello = TopicHello.of(since, last);
        polls.open(greeting.reading(topic, shown.get(), hello), hello.hasCursor(), PollResource.waitOf(wait), response);
    }
}
