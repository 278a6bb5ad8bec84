package org.holdfast.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * The logs in memory. A log stays as long as somebody holds it (a follower does), then the garbage collector takes it: there are never
 * more than are followed.
 */
public final class RoomLogs {
    private final EventStore store;
    private final RingSize ringSize;
    private final int sliceChars;
    private final Cache<Long, RoomLog> logs = Caffeine.newBuilder().weakValues().build();
    private volatile Arrivals arrivals = Arrivals.IGNORED;
    private volatile LongConsumer redactions = log -> {};

    /** Each log tells whoever wants to know at that time. */
    private final Arrivals toWhoever = new Arrivals() {
        @Override
        public void arriving(Event event) {
            if (event.isRedaction()) redactions.accept(event.log());
            arrivals.arriving(event);
        }

        @Override
        public void arrived(long log) {
            arrivals.arrived(log);
        }
    };

    public RoomLogs(EventStore store, RingSize ringSize, int sliceChars) {
        this.store = store;
        this.ringSize = ringSize;
        this.sliceChars = sliceChars;
    }

    /** Who is told of events that another node has written. */
    public void announceArrivalsTo(Arrivals listener) {
        arrivals = listener;
    }

    /** Who is told of logs in which an event has lost its content: what was read from the store before is out of date. */
    public void announceRedactionsTo(LongConsumer listener) {
        redactions = listener;
    }

    /** The logs in the order of the ids; those that do not exist are left out. Reads the database. */
    public List<RoomLog> open(Collection<Long> ids) {
        // The logs are in the map before they are read: a commit in between is appended, or found by the read.
        List<RoomLog> opened = ids.stream().map(this::hold).toList();
        load(opened.stream().filter(RoomLog::claim).collect(Collectors.toMap(RoomLog::id, log -> log)));
        return opened.stream().filter(RoomLog::isThere).toList();
    }

    /** The events of a log up to a sequence are about to be deleted, or are. */
    public void keepAfter(long log, long sequence) {
        RoomLog held = logs.getIfPresent(log);
        if (held != null) held.keepAfter(sequence);
    }

    /** A log that nobody writes down. It is gone when its holder lets go of it. */
    public RoomLog ephemeral(long id, int mostEvents) {
        return RoomLog.ephemeral(id, ringSize.atMost(mostEvents), sliceChars);
    }

    private void load(Map<Long, RoomLog> unread) {
        try {
            store.states(unread.keySet())
                    .forEach(state -> unread.get(state.log()).load(state));
        } catch (RuntimeException e) {
            unread.values().forEach(log -> log.unreadable(e));
            throw e;
        } finally {
            unread.values().forEach(this::settle);
        }
    }

    /** A log that was not found, or not read, is forgotten, so that the next one to ask looks again. */
    private void settle(RoomLog log) {
        log.missing();
        if (!log.isLoaded()) logs.asMap().remove(log.id(), log);
    }

    private RoomLog hold(long id) {
        return logs.get(id, missing -> new RoomLog(missing, store, ringSize, sliceChars, toWhoever));
    }

    /** Takes over what was committed. */
    void append(List<Event> events) {
        for (Event event : events) {
            // The pages too, and of a log that nobody follows any more.
            if (event.isRedaction()) redactions.accept(event.log());
            RoomLog log = logs.getIfPresent(event.log());
            if (log != null && !log.append(event)) log.catchUp();
        }
    }

    /** Another node says that a log has grown to there. Reads the database, if it is so and somebody follows the log here. */
    public void catchUpTo(long log, long head) {
        RoomLog held = logs.getIfPresent(log);
        if (held != null && held.isLoaded()) held.catchUpTo(head);
    }

    /** Looks whether another node has written into any of the logs in memory: one question for all of them. */
    public void lookAround() {
        Map<Long, RoomLog> held = logs.asMap().values().stream()
                .filter(RoomLog::isLoaded)
                .collect(Collectors.toMap(RoomLog::id, log -> log));
        store.changed(held.values()).forEach(state -> held.get(state.log()).catchUpWith(state));
    }

    /** How many logs are in memory. */
    public long size() {
        return logs.asMap().values().stream().filter(Objects::nonNull).count();
    }
}
