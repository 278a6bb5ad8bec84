package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.holdfast.presence.PresenceState;
import org.holdfast.presence.Presences;
import org.holdfast.presence.Rosters;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/**
 * Keeps whoever has a connection present, and lets the others go. A connection is looked for, rather than its end waited for: an end may never
 * be told.
 */
@ApplicationScoped
public class Attendance {
    /** Between two times at which those who went are forgotten; everybody was told of them by then. */
    private static final long FORGET_MILLIS = 900_000;

    private final ConnectionRegistry registry;
    private final Presences presences;
    private final Rosters rosters;
    private final Fanout fanout;
    private final Workers workers;
    private final long grace;
    private final long lease;
    private final int mostWakes;
    private final AtomicBoolean running = new AtomicBoolean();

    /** When connections were last looked for, by {@link Uptime}. Used by one run at a time. */
    private volatile long renewedAt;

    private volatile long forgotAt = Uptime.millis();

    @Inject
    public Attendance(
            ConnectionRegistry registry,
            Presences presences,
            Rosters rosters,
            Fanout fanout,
            Workers workers,
            Settings settings) {
        this.registry = registry;
        this.presences = presences;
        this.rosters = rosters;
        this.fanout = fanout;
        this.workers = workers;
        this.grace = settings.duration(Setting.PRESENCE_GRACE);
        this.lease = settings.duration(Setting.HEARTBEAT_EVICT);
        this.mostWakes = settings.number(Setting.PRESENCE_WAKES);
    }

    /** For the container's proxy. */
    protected Attendance() {
        registry = null;
        presences = null;
        rosters = null;
        fanout = null;
        workers = null;
        grace = 0;
        lease = 0;
        mostWakes = 0;
    }

    /** What a session says of its person. One that polls is believed for as long as a connection may be silent. */
    public void say(long account, String session, PresenceState state) {
        List<Subscriber> connections = registry.ofSession(account, session);
        boolean isKept = connections.stream()
                .anyMatch(subscriber -> subscriber.connection().isLasting());
        presences.say(account, session, state, Uptime.millis() + (isKept ? grace : lease));
        connections.forEach(subscriber -> subscriber.present(state));
    }

    void beat(@Observes Beat beat) {
        if (!running.compareAndSet(false, true)) return;
        try {
            workers.tasks().execute(() -> run(beat.now()));
        } catch (RejectedExecutionException full) {
            // It heals with a later beat.
            running.set(false);
        }
    }

    private void run(long now) {
        try {
            if (now - renewedAt >= grace / 4) renew(now);
            rosters.expire(now);
            if (now - forgotAt >= FORGET_MILLIS) forget(now);
            wake();
            // Last: the database may be slow.
            presences.expire(now);
        } finally {
            running.set(false);
        }
    }

    private void renew(long now) {
        renewedAt = now;
        for (Subscriber subscriber : registry.all())
            if (subscriber.isPresent() && subscriber.connection().isLasting())
                presences.renew(subscriber.login().account().id(), subscriber.session(), now + grace);
    }

    private void forget(long now) {
        forgotAt = now;
        rosters.forgetGone();
    }

    /** Has members told what is new, so many a beat: the others with the next, or with whatever else they are sent. */
    private void wake() {
        int woken = 0;
        while (woken < mostWakes) {
            OptionalLong room = rosters.nextFresh();
            if (room.isEmpty()) return;
            woken += fanout.wake(room.getAsLong());
        }
    }
}
