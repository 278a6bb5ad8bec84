package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.holdfast.backplane.Backplane;
import org.holdfast.backplane.Hint;
import org.holdfast.db.Engine;
import org.holdfast.log.Arrivals;
import org.holdfast.log.Event;
import org.holdfast.log.RoomLogs;
import org.holdfast.room.MembershipArrivals;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Jdbi;

/** Takes over what other nodes of the same database wrote: when they say so, and, whatever becomes of that, by looking. */
@ApplicationScoped
public class Neighbours implements Arrivals {
    private static final Logger LOG = System.getLogger(Neighbours.class.getName());
    private static final String GREW = "log";

    /** Beats come each second, more or less. */
    private static final long HALF_BEAT = 500;

    private final Backplane backplane;
    private final RoomLogs logs;
    private final MembershipArrivals memberships;
    private final Fanout fanout;
    private final Workers workers;
    private final boolean areThere;
    private final long interval;
    private final AtomicBoolean running = new AtomicBoolean();

    /** When it looked last, by {@link Uptime}. Of the timer. */
    private volatile long lookedAt = Uptime.millis();

    /** Whether the last look failed; so that it is logged once. */
    private volatile boolean isBlind;

    @Inject
    public Neighbours(
            Jdbi jdbi,
            Backplane backplane,
            RoomLogs logs,
            MembershipArrivals memberships,
            Fanout fanout,
            Workers workers,
            Settings settings) {
        this.backplane = backplane;
        this.logs = logs;
        this.memberships = memberships;
        this.fanout = fanout;
        this.workers = workers;
        this.areThere = Engine.of(jdbi).isShared();
        this.interval = settings.duration(Setting.BACKPLANE_POLL) - HALF_BEAT;
    }

    /** For the container's proxy. */
    protected Neighbours() {
        backplane = null;
        logs = null;
        memberships = null;
        fanout = null;
        workers = null;
        areThere = false;
        interval = 0;
    }

    /** From now on. */
    public void begin() {
        logs.announceArrivalsTo(this);
        backplane.hear(GREW, hint -> logs.catchUpTo(Long.parseLong(hint.about()), Long.parseLong(hint.text())));
        backplane.hearOfLosses(this::look);
    }

    /** Tells the others of what was committed here. Does not block. */
    public void tell(List<Event> events) {
        events.forEach(event -> backplane.tell(new Hint(GREW, "" + event.log(), "" + event.sequence())));
    }

    @Override
    public void arriving(Event event) {
        memberships.arriving(event);
    }

    @Override
    public void arrived(long log) {
        fanout.grew(log);
    }

    void beat(@Observes Beat beat) {
        if (!areThere || beat.now() - lookedAt < interval || !running.compareAndSet(false, true)) return;
        lookedAt = beat.now();
        try {
            workers.tasks().execute(this::lookNow);
        } catch (RejectedExecutionException full) {
            running.set(false);
        }
    }

    private void lookNow() {
        try {
            look();
            isBlind = false;
        } catch (RuntimeException e) {
            if (!isBlind) LOG.log(Level.WARNING, "Could not look what other nodes wrote; goes on trying", e);
            isBlind = true;
        } finally {
            running.set(false);
        }
    }

    private void look() {
        logs.lookAround();
    }
}
