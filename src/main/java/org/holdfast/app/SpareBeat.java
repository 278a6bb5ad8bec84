package org.holdfast.app;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.holdfast.delivery.Beat;
import org.holdfast.delivery.Uptime;

/**
 * Beats when the EJB timer does not. Payara's timers wait for a time of day (java.util.Timer): when the clock is set back by an hour they
 * stand still for an hour, and with them every heartbeat.
 */
@ApplicationScoped
public class SpareBeat {
    private static final Logger LOG = System.getLogger(SpareBeat.class.getName());
    private static final long OVERDUE_MILLIS = 1_500;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Event<Beat> beats;

    private ScheduledExecutorService clock;

    /** When the last beat was, by {@link Uptime}; written by the timer's thread, read by ours. */
    private volatile long beatAt = Uptime.millis();

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        clock = Executors.newSingleThreadScheduledExecutor(this::named);
        clock.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    private Thread named(Runnable task) {
        Thread thread = threads.newThread(task);
        thread.setName("holdfast-spare-beat");
        return thread;
    }

    void heard(@Observes Beat beat) {
        beatAt = beat.now();
    }

    private void beat() {
        long now = Uptime.millis();
        if (now - beatAt < OVERDUE_MILLIS) return;
        try {
            beats.fire(new Beat(now));
        } catch (RuntimeException e) {
            // Thrown on, it would be the last beat.
            LOG.log(Level.ERROR, "A beat failed", e);
        }
    }

    @PreDestroy
    void stop() {
        if (clock != null) clock.shutdownNow();
    }
}
