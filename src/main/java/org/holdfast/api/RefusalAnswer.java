package org.holdfast.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.holdfast.wire.Refusal;

/** A refusal as the answer of a servlet or filter: status and body of protocol section 6. */
public final class RefusalAnswer {
    private RefusalAnswer() {}

    public static void write(HttpServletResponse response, Refusal refusal) throws IOException {
        write(response, refusal.code().status(), refusal);
    }

    /** With a status that the code alone does not say. */
    static void write(HttpServletResponse response, int status, Refusal refusal) throws IOException {
        response.setStatus(status);
        if (refusal.retryAfterMillis() > 0)
            response.setHeader(
                    "Retry-After", String.valueOf(RefusalMapper.roundedUpSeconds(refusal.retryAfterMillis())));
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(refusal.json(null));
    }
}
