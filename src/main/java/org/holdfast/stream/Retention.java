package org.holdfast.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.holdfast.log.EventStore;
import org.holdfast.log.LogState;
import org.holdfast.log.RoomLogs;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Deletes the events of durable topics that need not be kept any more, oldest first, in small transactions. */
@ApplicationScoped
public class Retention {
    /** Events of one transaction: the log's writer waits for it. */
    static final int STEP = 1_000;

    /** Of one topic in one run; the next run goes on. */
    private static final int MOST_STEPS = 100;

    private final Topics topics;
    private final EventStore store;
    private final RoomLogs logs;
    private final long mostEvents;
    private final AtomicBoolean running = new AtomicBoolean();

    @Inject
    public Retention(Topics topics, EventStore store, RoomLogs logs, Settings settings) {
        this.topics = topics;
        this.store = store;
        this.logs = logs;
        this.mostEvents = settings.number(Setting.TOPIC_EVENTS);
    }

    /** For the container's proxy. */
    protected Retention() {
        topics = null;
        store = null;
        logs = null;
        mostEvents = 0;
    }

    /** Blocks; one run at a time, another one is left out. */
    public void run(long now) {
        if (!running.compareAndSet(false, true)) return;
        try {
            topics.all().stream().filter(Topic::isDurable).forEach(topic -> cut(topic, now));
        } finally {
            running.set(false);
        }
    }

    private void cut(Topic topic, long now) {
        int steps = 0;
        while (steps < MOST_STEPS && step(topic, now)) steps++;
    }

    /** @return whether there may be more */
    private boolean step(Topic topic, long now) {
        LogState state = store.state(topic.log()).orElseThrow();
        long end = Math.min(state.head(), state.keptAfter() + STEP);
        long tooMany = state.head() - kept(topic);
        long upTo = Math.min(end, Math.max(tooMany, tooOld(topic, state, end, now)));
        if (upTo <= state.keptAfter()) return false;
        // Readers are told before the events are gone: who reads them at this moment is told by that read.
        logs.keepAfter(topic.log(), upTo);
        store.forget(topic.log(), upTo);
        logs.keepAfter(topic.log(), upTo);
        return upTo == end;
    }

    private long kept(Topic topic) {
        return topic.keepEvents() == 0 ? mostEvents : Math.min(mostEvents, topic.keepEvents());
    }

    /** The newest of those that are too old. What follows one that is young enough is kept, whatever the clock said. */
    private long tooOld(Topic topic, LogState state, long end, long now) {
        if (topic.keepMillis() == 0) return 0;
        return store.firstSince(topic.log(), state.keptAfter(), end, now - topic.keepMillis())
                .map(first -> first - 1)
                .orElse(end);
    }
}
