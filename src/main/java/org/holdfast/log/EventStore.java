package org.holdfast.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The events in the database. */
public final class EventStore {
    private static final String COLUMNS =
            "log, sequence, type, at, author, author_name, client_message_id, body FROM event ";

    private final Jdbi jdbi;

    public EventStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest sequence of a log, as the transaction sees it; 0: none. */
    public static long head(Handle transaction, long log) {
        return transaction
                .select("SELECT last_sequence FROM log WHERE id = ?", log)
                .mapTo(Long.class)
                .one();
    }

    /** Makes an empty log and returns its id. */
    public static long create(Handle transaction) {
        return transaction
                .createUpdate("INSERT INTO log (epoch, last_sequence) VALUES (:epoch, 0)")
                .bind("epoch", Epoch.next())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    public Optional<LogState> state(long log) {
        return states(List.of(log)).stream().findFirst();
    }

    public List<LogState> states(Collection<Long> logs) {
        if (logs.isEmpty()) return List.of();
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, epoch, last_sequence, kept_after FROM log WHERE id IN (<logs>)")
                .bindList("logs", List.copyOf(logs))
                .map(EventStore::state)
                .list());
    }

    /** Of the logs those that are other in the database than here. */
    List<LogState> changed(Collection<RoomLog> logs) {
        if (logs.isEmpty()) return List.of();
        List<RoomLog> known = List.copyOf(logs);
        return jdbi.withHandle(handle -> handle.createQuery("SELECT l.id, l.epoch, l.last_sequence, l.kept_after "
                        + "FROM UNNEST(:ids, :heads, :kept) AS k(id, head, kept) JOIN log l ON l.id = k.id "
                        + "WHERE l.last_sequence > k.head OR l.kept_after > k.kept")
                .bindArray("ids", Long.class, known.stream().map(RoomLog::id).toList())
                .bindArray(
                        "heads", Long.class, known.stream().map(RoomLog::head).toList())
                .bindArray(
                        "kept",
                        Long.class,
                        known.stream().map(RoomLog::keptAfter).toList())
                .map(EventStore::state)
                .list());
    }

    private static LogState state(java.sql.ResultSet row, StatementContext context) throws java.sql.SQLException {
        return new LogState(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4));
    }

    /** At most {@code limit} events after a sequence, oldest first. */
    public List<Event> after(long log, long sequence, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS
                        + "WHERE log = :log AND sequence > :sequence AND sequence <= :last ORDER BY sequence")
                .bind("log", log)
                .bind("sequence", sequence)
                .bind("last", sequence + limit)
                .map(EventStore::event)
                .list());
    }

    /** The first event after a sequence, up to another, that was committed at that time or later. */
    public Optional<Long> firstSince(long log, long after, long upTo, long at) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT MIN(sequence) FROM event WHERE log = ? AND sequence > ? AND sequence <= ? AND at >= ?",
                        log,
                        after,
                        upTo,
                        at)
                .mapTo(Long.class)
                .findOne());
    }

    /** Deletes the events up to a sequence. */
    public void forget(long log, long upTo) {
        jdbi.useTransaction(transaction -> {
            transaction.execute("UPDATE log SET kept_after = ? WHERE id = ? AND kept_after < ?", upTo, log, upTo);
            transaction.execute("DELETE FROM event WHERE log = ? AND sequence <= ?", log, upTo);
        });
    }

    /** Whether its client message id was used before. For writes that change rows: sent again, they must not change them a second time. */
    public static boolean isUsed(Handle transaction, Draft draft) {
        return transaction
                .select(
                        "SELECT 1 FROM event WHERE author = ? AND client_message_id = ?",
                        draft.author().id(),
                        draft.clientMessageId())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Takes the content of events away; the log keeps its order and its numbers. An event of type {@link Event#REDACTION} has to follow. */
    public static void redact(Handle transaction, long log, Collection<Long> sequences) {
        if (sequences.isEmpty()) return;
        transaction
                .createUpdate("UPDATE event SET body = :body WHERE log = :log AND sequence IN (<sequences>)")
                .bind("body", Event.REDACTED)
                .bind("log", log)
                .bindList("sequences", List.copyOf(sequences))
                .execute();
    }

    Optional<Event> find(Handle handle, long author, String clientMessageId) {
        return handle.createQuery("SELECT " + COLUMNS + "WHERE author = :author AND client_message_id = :id")
                .bind("author", author)
                .bind("id", clientMessageId)
                .map(EventStore::event)
                .findOne();
    }

    /** The events with these sequences, in the order of the sequences that are given; those that are not kept are left out. */
    public List<Event> at(Handle handle, long log, List<Long> sequences) {
        if (sequences.isEmpty()) return List.of();
        Map<Long, Event> events = handle
                .createQuery("SELECT " + COLUMNS + "WHERE log = :log AND sequence IN (<sequences>)")
                .bind("log", log)
                .bindList("sequences", sequences)
                .map(EventStore::event)
                .stream()
                .collect(Collectors.toMap(Event::sequence, Function.identity()));
        return sequences.stream().filter(events::containsKey).map(events::get).toList();
    }

    Optional<Event> at(Handle handle, long log, long sequence) {
        return handle.createQuery("SELECT " + COLUMNS + "WHERE log = :log AND sequence = :sequence")
                .bind("log", log)
                .bind("sequence", sequence)
                .map(EventStore::event)
                .findOne();
    }

    void insert(Handle handle, List<Event> events) {
        if (events.isEmpty()) return;
        PreparedBatch batch = handle.prepareBatch("INSERT INTO event (log, sequence, type, at, author, author_name, "
                + "client_message_id, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        events.forEach(event -> batch.add(
                event.log(),
                event.sequence(),
                event.type(),
                event.at(),
                event.author().id(),
                event.author().name(),
                event.clientMessageId(),
                event.body()));
        batch.execute();
    }

    private static Event event(java.sql.ResultSet row, StatementContext context) throws java.sql.SQLException {
        Author author = new Author(row.getLong("author"), row.getString("author_name"));
        return new Event(
                row.getLong("log"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getLong("at"),
                author,
                row.getString("client_message_id"),
                row.getString("body"));
    }
}
