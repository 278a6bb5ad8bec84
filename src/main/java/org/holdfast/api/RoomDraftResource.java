package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.holdfast.log.Event;
import org.holdfast.message.MessageDraft;
import org.holdfast.message.MessageDrafts;
import org.holdfast.wire.Fields;

/** What one has written in a room and not sent: protocol section 6.8. */
@Paced
@Path("rooms/{room}/draft")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoomDraftResource {
    @Inject
    private CurrentLogin login;

    @Inject
    private JsonBody body;

    @Inject
    private MessageDrafts drafts;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public String keep(@PathParam("room") long room) {
        Fields fields = body.fields();
        String text = fields.text("text", 0, drafts.mostLength());
        MessageDraft draft = new MessageDraft(room, fields.numberOr("thread", 0), text);
        List<Event> events = RoomsResource.wait(drafts.keep(login.account(), draft));
        return events.isEmpty() ? "{}" : "{\"sequence\":" + events.get(0).sequence() + "}";
    }
}
