package org.holdfast.sse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.holdfast.api.CurrentLogin;
import org.holdfast.api.Forwarded;

/** The reconnect stream: protocol section 5.2. Needs no login, and tells nothing but a time. */
@Path("reconnect")
@RequestScoped
public class ReconnectResource {
    @Inject
    private Forwarded forwarded;

    @Inject
    private ReconnectNotices notices;

    @Inject
    private CurrentLogin current;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void open(
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        // A proxy that buffers or compresses holds the notice back until the stream ends.
        response.setHeader("Cache-Control", "no-store, no-transform");
        response.setHeader("X-Accel-Buffering", "no");
        notices.open(sink, sse, owner(request));
    }

    /** Strangers are told by their address. */
    private String owner(HttpServletRequest request) {
        return current.find()
                .map(login -> "account " + login.account().id())
                .orElseGet(() -> forwarded.address(request));
    }
}
