package org.holdfast.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.RejectedExecutionException;
import org.holdfast.delivery.Answering;

/** Answers requests that were held. Their clients may be gone by now, which is no fault, and each may read as slowly as it likes. */
@ApplicationScoped
public class LateAnswer {
    private static final Logger LOG = System.getLogger(LateAnswer.class.getName());

    private final Answering answering;

    @Inject
    public LateAnswer(Answering answering) {
        this.answering = answering;
    }

    /** For the container's proxy. */
    protected LateAnswer() {
        answering = null;
    }

    /** Answers on a thread that may wait. Does not block. */
    public void give(HeldRequest request, String json) {
        try {
            answering.threads().execute(() -> giveHere(request, json));
        } catch (RejectedExecutionException full) {
            // The container's time limit answers instead.
            LOG.log(Level.WARNING, "Too many answers wait to be read");
        }
    }

    /** Answers on this thread: for the container's own, when the time is over. */
    public void giveHere(HeldRequest request, String json) {
        request.answer(out -> write(out, json));
    }

    /** Jersey calls a client that is gone SEVERE, with a stack trace, unless it does not hear of it. */
    static void write(OutputStream out, String json) {
        try {
            out.write(json.getBytes(StandardCharsets.UTF_8));
            // Here, and not when the response is closed: it is the write to the network that fails.
            out.flush();
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, () -> "A client did not wait for its answer: " + gone);
        }
    }
}
