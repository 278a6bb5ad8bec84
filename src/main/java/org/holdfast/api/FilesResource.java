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
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.holdfast.file.Downloads;
import org.holdfast.file.PictureSize;
import org.holdfast.file.RoomFiles;
import org.holdfast.file.StoredFile;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Query;

/** The files of a room: protocol section 6.3. */
@Paced
@Path("rooms/{room}/files")
@RequestScoped
public class FilesResource {
    private static final int MOST_NAME = 1_000;
    /** Below every proxy's limit. */
    private static final long LONGEST_WAIT_MILLIS = 25_000;

    @Inject
    private CurrentLogin login;

    @Inject
    private RoomFiles files;

    @Inject
    private Downloads downloads;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    /** The body is read as it comes: a whole one may be larger than the memory. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response upload(@PathParam("room") long room, @Context UriInfo uri) {
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

    /** Given on another thread: the server has few, and who asks may read as slowly as they like. */
    @GET
    @Path("{file}")
    public void download(
            @PathParam("room") long room,
            @PathParam("file") String id,
            @QueryParam("as") String size,
            @Suspended AsyncResponse response) {
        Response answer = answer(files.find(login.account(), room, id), size);
        if (!answer.hasEntity()) new KeptStatus(answer.getStatus()).in(request.getAsyncContext());
        response.setTimeout(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        response.setTimeoutHandler(late -> late.resume(Downloads.busy()));
        downloads.begin(login.account().id(), () -> response.resume(answer));
    }

    private Response answer(StoredFile file, String size) {
        if (size == null) return download(files.content(file)).answer(file);
        return download(files.picture(file, PictureSize.of(size))).answerShown(file.hash() + size);
    }

    private Download download(java.nio.file.Path content) {
        return new Download(request, content, settings.duration(Setting.FILES_TIME));
    }
}
