package org.holdfast.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.holdfast.log.Event;
import org.holdfast.log.EventStore;
import org.holdfast.log.LogState;
import org.holdfast.message.CurrentMessages;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads the logs of the rooms into the index, each from where it is in there. The events only say which messages to look at: what these say is read as it is
 * now, so that reading an event twice, or late, does no harm.
 */
final class LogReading {
    private static final int PAGE = 500;

    private final Jdbi jdbi;
    private final EventStore store;
    private final CurrentMessages messages;
    private final BooleanSupplier isOver;

    /** @param isOver whether to stop, wherever it is */
    LogReading(Jdbi jdbi, EventStore store, CurrentMessages messages, BooleanSupplier isOver) {
        this.jdbi = jdbi;
        this.store = store;
        this.messages = messages;
        this.isOver = isOver;
    }

    /** Of all rooms, what is not in the index yet. */
    void all(SearchIndex index) throws IOException {
        read(index, states("", List.of()));
    }

    /** Of these logs; those that are no rooms' are left out. */
    void some(SearchIndex index, Collection<Long> logs) throws IOException {
        if (!logs.isEmpty()) read(index, states("WHERE r.log IN (<logs>)", logs));
    }

    private void read(SearchIndex index, List<LogState> logs) throws IOException {
        for (LogState log : logs) if (!isOver.getAsBoolean()) read(index, log);
        index.refresh();
    }

    private void read(SearchIndex index, LogState log) throws IOException {
        long position = Math.max(index.position(log), log.keptAfter());
        while (position < log.head() && !isOver.getAsBoolean()) {
            List<Event> events = store.after(log.log(), position, PAGE);
            if (events.isEmpty()) throw new IOException("The store misses events of log " + log.log());
            Set<Long> told = CurrentMessages.toldOf(events);
            index.put(log.log(), told, messages.of(log.log(), told));
            position = events.get(events.size() - 1).sequence();
            index.moved(log, position);
        }
    }

    /** A topic's log may have events of the same names: it is no room's. */
    private List<LogState> states(String which, Collection<Long> logs) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery("SELECT l.id, l.epoch, l.last_sequence, l.kept_after "
                    + "FROM room r JOIN log l ON l.id = r.log " + which);
            if (!logs.isEmpty()) query.bindList("logs", List.copyOf(logs));
            return query.map((row, context) ->
                            new LogState(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)))
                    .list();
        });
    }
}
