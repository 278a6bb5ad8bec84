package org.holdfast.api;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;

/**
 * A request that waits for its answer.
 *
 * @param response how JAX-RS answers it
 * @param context how the container does, when JAX-RS is gone
 */
public record HeldRequest(AsyncResponse response, AsyncContext context) {

    public static HeldRequest of(AsyncResponse response, HttpServletRequest request) {
        return new HeldRequest(response, request.getAsyncContext());
    }

    void answer(StreamingOutput body) {
        try {
            response.resume(body);
        } catch (RuntimeException jerseyIsGone) {
            answerWithoutJersey(body);
        }
    }

    /** Taken out of a server that goes on, an application loses Jersey first; whoever is held would wait for ever. */
    private void answerWithoutJersey(StreamingOutput body) {
        ServletResponse plain = context.getResponse();
        if (plain.isCommitted()) return;
        plain.setContentType(MediaType.APPLICATION_JSON);
        try {
            body.write(plain.getOutputStream());
        } catch (IOException unwritable) {
            // So is the end, which tells the client.
        }
        // Jersey hears of it and ends it once more, which the container notes in its log.
        context.complete();
    }
}
