package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.holdfast.audit.Action;
import org.holdfast.room.Access;
import org.holdfast.room.SitePermission;
import org.holdfast.stream.Topic;
import org.holdfast.stream.TopicDraft;
import org.holdfast.stream.Topics;

/** The topics: the streams page, section 2. */
@Path("streams")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TopicsResource {
    @Inject
    private CurrentLogin current;

    @Inject
    private JsonBody body;

    @Inject
    private Access access;

    @Inject
    private Topics topics;

    @Inject
    private Auditing auditing;

    /** Whoever is not signed in, or a guest, sees those that it may read. */
    @GET
    public String all() {
        boolean seesAll = current.find()
                .filter(login -> access.may(login.account().id(), SitePermission.USE_TOPICS))
                .isPresent();
        String list = topics.all().stream()
                .filter(topic -> seesAll || topic.isPublic())
                .map(Topic::json)
                .collect(Collectors.joining(","));
        return "{\"topics\":[" + list + "]}";
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create() {
        current.requireAdmin();
        TopicDraft draft = TopicDraft.of(body.fields());
        Topic topic = RoomsResource.wait(topics.create(current.account(), draft));
        auditing.did(Action.TOPIC_CREATED, topic.name());
        return Response.status(Response.Status.CREATED).entity(topic.json()).build();
    }
}
