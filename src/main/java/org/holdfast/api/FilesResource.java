package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.holdfast.file.PictureSize;
import org.holdfast.file.RoomFiles;
import org.holdfast.file.StoredFile;
import org.holdfast.wire.Query;

/** The files of a room: protocol section 6.3. */
@Paced
@Path("rooms/{room}/files")
@RequestScoped
public class FilesResource {
    private static final int MOST_NAME = 1_000;

    @Inject
    private CurrentLogin login;

    @Inject
    private RoomFiles files;

    @Inject
    private HttpServletRequest request;

    @PathParam("room")
    private long room;

    /** The body is read as it comes: a whole one may be larger than the memory. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response upload(@Context UriInfo uri) {
        String name = new Query(uri.getQueryParameters()::getFirst).text("name", 1, MOST_NAME);
        try {
            StoredFile file =
                    files.upload(login.account(), room, name, request.getInputStream(), request.getContentLengthLong());
            return Response.status(Response.Status.CREATED)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(file.json())
                    .build();
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    @GET
    @Path("{file}")
    public Response download(@PathParam("file") String id, @QueryParam("as") String size) {
        StoredFile file = files.find(login.account(), room, id);
        if (size == null) return new Download(request, files.content(file)).answer(file);
        return new Download(request, files.picture(file, PictureSize.of(size))).answerShown(file.hash() + size);
    }
}
