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
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.holdfast.account.Account;
import org.holdfast.room.Room;
import org.holdfast.room.RoomKind;
import org.holdfast.room.Rooms;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Refusal;

/** The rooms: protocol section 6. */
@Paced
@Path("rooms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoomsResource {
    static final int MOST_NAME = 250;
    private static final int MOST_TOPIC = 250;
    private static final int MOST_KIND = 20;
    private static final long LIMIT_SECONDS = 20;
    private static final long RETRY_MILLIS = 1_000;

    @Inject
    private CurrentLogin login;

    @Inject
    private JsonBody body;

    @Inject
    private Rooms rooms;

    @GET
    public String all() {
        String list = rooms.all(login.account()).stream().map(Room::json).collect(Collectors.joining(","));
        return "{\"rooms\":[" + list + "]}";
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create() {
        Account account = login.account();
        Fields fields = body.fields();
        String name = fields.text("name", 1, MOST_NAME);
        long room = wait(rooms.create(account, name, topic(fields), kind(fields)));
        return Response.status(Response.Status.CREATED)
                .entity(rooms.one(account, room).json())
                .build();
    }

    private static RoomKind kind(Fields fields) {
        return RoomKind.ofNewRoom(fields.textOr("kind", MOST_KIND, RoomKind.PUBLIC.wireName()));
    }

    static String topic(Fields fields) {
        String topic = fields.textOr("topic", MOST_TOPIC, "");
        if (topic.codePoints().anyMatch(Character::isISOControl))
            throw Fields.bad("topic", "must not have control characters");
        return topic;
    }

    /** Waits for the commit: one request, one answer. No connection to the database is held meanwhile. */
    static <T> T wait(CompletionStage<T> stage) {
        try {
            // A copy: the time limit is not the writer's.
            return stage.toCompletableFuture()
                    .copy()
                    .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException)
                throw new Refusal(Code.BUSY, "This took too long; it may be done all the same.", RETRY_MILLIS);
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }
}
