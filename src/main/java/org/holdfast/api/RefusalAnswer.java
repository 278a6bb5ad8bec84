package org.holdfast.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.holdfast.wire.Refusal;

/** A refusal as the answer of a servlet or filter: status and body of protocol section 6. */
public final class RefusalAnswer {
    private RefusalAnswer() {}

    public static void write(HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.code().status());
        if (refusal.retryAfterMillis() > 0)
            response.setHeader(
                    "Retry-After", String.valueOf(RefusalMapper.roundedUpSeconds(refusal.retryAfterMillis())));
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(refusal.json(null));
    }
}
