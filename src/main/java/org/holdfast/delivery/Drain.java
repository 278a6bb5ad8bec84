package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Frames;

/** Sends everybody away in a line, so that nobody notices that this server goes: each is told its slot, and closed in it. */
@ApplicationScoped
public class Drain {
    /** So long, in milliseconds, is waited after a slot for the answer to a post, and for the farewell to be read. */
    public static final long GRACE_MILLIS = 3_000;

    /** Loaded with this class: while Payara Micro stops, it closes the class loader under us. */
    private static final CloseCode CODE = CloseCode.RESTART;

    /** @param at when it is closed, by {@link Uptime} */
    private record Slot(Subscriber subscriber, long at) {
        boolean isDue(long now) {
            return isOver(now) || at <= now && isAnswered();
        }

        boolean isAnswered() {
            return subscriber.postsInFlight().get() == 0;
        }

        private boolean isOver(long now) {
            return now >= at + GRACE_MILLIS;
        }

        /** Who reads nothing is never told. */
        void close(long now) {
            if (isOver(now)) subscriber.close(CODE);
            else subscriber.closeAfterReplies(CODE);
        }
    }

    private final ConnectionRegistry registry;
    private final Runnable ended;

    /** Who is still here. Guarded by this. */
    private final Deque<Slot> line = new ArrayDeque<>();

    @Inject
    public Drain(ConnectionRegistry registry, Event<DrainEnded> ends) {
        this(registry, () -> ends.fire(new DrainEnded()));
    }

    Drain(ConnectionRegistry registry, Runnable ended) {
        this.registry = registry;
        this.ended = ended;
    }

    /** For the container's proxy. */
    protected Drain() {
        registry = null;
        ended = null;
    }

    public boolean isOn() {
        return registry.isShut();
    }

    /** @param spreadMillis the time over which the connections are sent away, and come back elsewhere */
    public synchronized void begin(long spreadMillis, long now) {
        registry.shut();
        line.clear();
        List<Subscriber> all = List.copyOf(registry.all());
        for (int n = 0; n < all.size(); n++) {
            long after = spreadMillis * (n + 1) / all.size();
            all.get(n).reply(Frames.bye(after));
            line.add(new Slot(all.get(n), now + after));
        }
    }

    /** Whoever was not sent away yet stays. */
    public void end() {
        synchronized (this) {
            line.clear();
        }
        registry.reopen();
        ended.run();
    }

    void beat(@Observes Beat beat) {
        goOn(beat.now());
    }

    /** Closes those whose slot has come, when they were told it. @return whether some are still here */
    public synchronized boolean goOn(long now) {
        line.stream().filter(slot -> slot.isDue(now)).forEach(slot -> slot.close(now));
        line.removeIf(slot -> slot.subscriber().isClosed());
        return !line.isEmpty();
    }

    /** Closes, before their slots, all who have their answers, when they were told. */
    public synchronized void hurry() {
        line.stream().filter(Slot::isAnswered).forEach(slot -> slot.subscriber().closeAfterReplies(CODE));
    }
}
