package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.holdfast.audit.Action;
import org.holdfast.stream.Topic;
import org.holdfast.stream.TopicToken;
import org.holdfast.stream.TopicTokens;
import org.holdfast.stream.Topics;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** The tokens of a topic, for administrators: the streams page, section 3. */
@Path("streams/{topic}/tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TopicTokensResource {
    private static final int MOST_NAME = 250;

    @Inject
    private CurrentLogin current;

    @Inject
    private JsonBody body;

    @Inject
    private Topics topics;

    @Inject
    private TopicTokens tokens;

    @Inject
    private Auditing auditing;

    @GET
    public String all(@PathParam("topic") String name) {
        String list = tokens.of(topic(name)).stream().map(TopicToken::json).collect(Collectors.joining(","));
        return "{\"tokens\":[" + list + "]}";
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(@PathParam("topic") String name) {
        Topic topic = topic(name);
        TopicTokens.Issued issued =
                tokens.issue(current.account(), topic, body.fields().text("name", 1, MOST_NAME));
        auditing.did(Action.TOKEN_ISSUED, subject(topic, issued.token().name()));
        String token = issued.token().json();
        return Response.status(Response.Status.CREATED)
                .entity(token.substring(0, token.length() - 1) + ",\"token\":\"" + issued.secret() + "\"}")
                .build();
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("topic") String name, @PathParam("id") long id) {
        Topic topic = topic(name);
        if (!tokens.revoke(topic, id)) throw new Refusal(Code.NOT_FOUND, "The topic has no such token.");
        auditing.did(Action.TOKEN_REVOKED, subject(topic, String.valueOf(id)));
    }

    private static String subject(Topic topic, String token) {
        return "topic " + topic.name() + ", " + token;
    }

    private Topic topic(String name) {
        current.requireAdmin();
        return topics.find(name).orElseThrow(Topics::notFound);
    }
}
