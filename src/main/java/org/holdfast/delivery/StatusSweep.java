package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.holdfast.profile.Profiles;

/** Has what people say of themselves taken away when its time is over. */
@ApplicationScoped
public class StatusSweep {
    private static final Logger LOG = System.getLogger(StatusSweep.class.getName());

    private final Profiles profiles;
    private final Workers workers;
    private final AtomicBoolean running = new AtomicBoolean();

    @Inject
    public StatusSweep(Profiles profiles, Workers workers) {
        this.profiles = profiles;
        this.workers = workers;
    }

    /** For the container's proxy. */
    protected StatusSweep() {
        this(null, null);
    }

    void beat(@Observes Beat beat) {
        if (!profiles.isDue(System.currentTimeMillis()) || !running.compareAndSet(false, true)) return;
        try {
            workers.tasks().execute(this::run);
        } catch (RejectedExecutionException full) {
            LOG.log(Level.DEBUG, "A later beat has time for it");
            running.set(false);
        }
    }

    private void run() {
        try {
            profiles.end(System.currentTimeMillis());
        } finally {
            running.set(false);
        }
    }
}
