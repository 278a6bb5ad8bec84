package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.stream.Retention;

/** Has what need not be kept any more deleted, now and then. */
@ApplicationScoped
public class CleanUp {
    private static final Logger LOG = System.getLogger(CleanUp.class.getName());

    private final Retention retention;
    private final Workers workers;
    private final long interval;

    /** When the last run began, by {@link Uptime}. Of the timer; two beats at once would only run twice. */
    private volatile long ranAt = Uptime.millis();

    @Inject
    public CleanUp(Retention retention, Workers workers, Settings settings) {
        this.retention = retention;
        this.workers = workers;
        this.interval = settings.duration(Setting.RETENTION_INTERVAL);
    }

    /** For the container's proxy. */
    protected CleanUp() {
        retention = null;
        workers = null;
        interval = 0;
    }

    void beat(@Observes Beat beat) {
        if (beat.now() - ranAt < interval) return;
        try {
            workers.tasks().execute(() -> retention.run(System.currentTimeMillis()));
            ranAt = beat.now();
        } catch (RejectedExecutionException full) {
            LOG.log(Level.DEBUG, "A later beat has time for it");
        }
    }
}
