package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.holdfast.audit.Action;
import org.holdfast.stream.TopicDeletion;
import org.holdfast.stream.Topics;

/** The end of a topic, for administrators: the streams page, section 2. */
@Path("streams/{topic}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TopicResource {
    @Inject
    private CurrentLogin current;

    @Inject
    private Topics topics;

    @Inject
    private TopicDeletion deletion;

    @Inject
    private Auditing auditing;

    @DELETE
    public void delete(@PathParam("topic") String name) {
        current.requireAdmin();
        deletion.delete(topics.find(name).orElseThrow(Topics::notFound));
        auditing.did(Action.TOPIC_DELETED, name);
    }
}
