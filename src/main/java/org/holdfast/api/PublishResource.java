package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.holdfast.command.Emit;
import org.holdfast.stream.Publication;
import org.holdfast.wire.FrameReader;

/** Publishing to a topic: the streams page, section 3. */
@Path("streams/{topic}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PublishResource {
    @Inject
    private ShownCredentials shown;

    @Inject
    private JsonBody body;

    @Inject
    private Emit emit;

    @PathParam("topic")
    private String topic;

    @QueryParam("event")
    private String event;

    @QueryParam("id")
    private String id;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String json() {
        return publish(Publication.json(FrameReader.readValue(body.text())));
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    public String text() {
        return publish(Publication.text(body.text()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public String binary() {
        return publish(Publication.binary(body.bytes()));
    }

    private String publish(String content) {
        return RoomsResource.wait(emit.publish(topic, shown.get(), Publication.of(event, id, content)));
    }
}
