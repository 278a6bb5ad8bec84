package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
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

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String json(@Context UriInfo uri) {
        return publish(uri, Publication.json(FrameReader.readValue(body.text())));
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    public String text(@Context UriInfo uri) {
        return publish(uri, Publication.text(body.text()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public String binary(@Context UriInfo uri) {
        return publish(uri, Publication.binary(body.bytes()));
    }

    private String publish(UriInfo uri, String content) {
        var said = uri.getQueryParameters();
        return RoomsResource.wait(emit.publish(
                uri.getPathParameters().getFirst("topic"),
                shown.get(),
                Publication.of(said.getFirst("event"), said.getFirst("id"), content)));
    }
}
