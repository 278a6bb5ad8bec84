package org.holdfast.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.holdfast.wire.Refusal;

/** A refusal as an answer: status and body of protocol section 6. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

    @Override
    public Response toResponse(Refusal refusal) {
        return answer(refusal);
    }

    static Response answer(Refusal refusal) {
        Response.ResponseBuilder answer = Response.status(refusal.code().status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(refusal.json(null));
        if (refusal.retryAfterMillis() > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, roundedUpSeconds(refusal.retryAfterMillis()));
        }
        return answer.build();
    }

    static long roundedUpSeconds(long millis) {
        return (millis + 999) / 1_000;
    }
}
