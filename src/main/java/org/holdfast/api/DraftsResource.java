package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.holdfast.message.MessageDraft;
import org.holdfast.message.MessageDrafts;

/** What one has written and not sent: protocol section 6.8. */
@Paced
@Path("drafts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DraftsResource {
    @Inject
    private CurrentLogin login;

    @Inject
    private MessageDrafts drafts;

    @GET
    public String all() {
        MessageDrafts.Known known = drafts.of(login.account());
        return known.drafts().stream()
                .map(MessageDraft::json)
                .collect(Collectors.joining(",", "{\"head\":" + known.head() + ",\"drafts\":[", "]}"));
    }
}
