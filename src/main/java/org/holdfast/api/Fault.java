package org.holdfast.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadLocalRandom;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** A fault of the program as an answer: the caller gets a reference, only the log gets the trace. */
final class Fault {

    private static final System.Logger LOG = System.getLogger(Fault.class.getName());

    private Fault() {}

    static Response answer(Throwable fault, int status) {
        String reference = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        LOG.log(Level.ERROR, "Fault " + reference, fault);
        Refusal refusal = new Refusal(Code.INTERNAL, "Something went wrong here (" + reference + ").");
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(refusal.json(null))
                .build();
    }
}
