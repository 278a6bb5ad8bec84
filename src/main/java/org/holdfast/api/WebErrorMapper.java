package org.holdfast.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** What JAX-RS itself refuses (no such path, method or media type) keeps its status and headers, with a body of ours. */
@Provider
public class WebErrorMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException error) {
        Response response = error.getResponse();
        if (response.getStatus() < 400) {
            return response;
        }
        if (response.getStatus() >= 500) {
            return Fault.answer(error, response.getStatus());
        }
        Refusal refusal = new Refusal(code(response.getStatus()), reason(response));
        return Response.fromResponse(response)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(refusal.json(null))
                .build();
    }

    static Code code(int status) {
        return switch (status) {
            case 401 -> Code.LOGIN_REQUIRED;
            case 403 -> Code.FORBIDDEN;
            case 404 -> Code.NOT_FOUND;
            case 405 -> Code.UNKNOWN_TYPE;
            default -> status < 500 ? Code.BAD_FRAME : Code.INTERNAL;
        };
    }

    private static String reason(Response response) {
        return response.getStatusInfo().getReasonPhrase() + ".";
    }
}
