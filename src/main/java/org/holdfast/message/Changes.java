package org.holdfast.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.holdfast.account.Account;
import org.holdfast.log.Author;
import org.holdfast.log.Event;
import org.holdfast.log.EventStore;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** What became of messages, for whoever reads them without all that came after. */
@ApplicationScoped
public class Changes {
    private static final int MOST_NAMES = 20;

    /** @param head the room's newest event that is in it: what comes after that changes it further */
    public record Page(List<Change> changes, long head) {}

    private record Row(long message, String emoji, Author person) {}

    private final Jdbi jdbi;
    private final Access access;

    @Inject
    public Changes(Jdbi jdbi, Access access) {
        this.jdbi = jdbi;
        this.access = access;
    }

    /** For the container's proxy. */
    protected Changes() {
        this(null, null);
    }

    /** Those of the events that were changed, in order. @throws org.holdfast.wire.Refusal {@code not_found} */
    public Page of(Account account, long room, List<Event> events) {
        access.check(account, room, RoomPermission.READ);
        // One moment for all of it: a reaction that is in here and comes once more as an event would count twice.
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            long head = EventStore.head(handle, room);
            // Of no message there is none; an empty list is no SQL.
            List<Long> messages = events.isEmpty()
                    ? List.of(0L)
                    : events.stream().map(Event::sequence).toList();
            Map<Long, Change> changes = changed(handle, room, messages);
            reactions(handle, account, room, messages)
                    .forEach((message, added) -> change(changes, message, change -> change.with(added)));
            Threads.replies(handle, room, messages)
                    .forEach((message, added) -> change(changes, message, change -> change.with(added)));
            return new Page(List.copyOf(changes.values()), head);
        });
    }

    private static void change(Map<Long, Change> changes, long message, UnaryOperator<Change> more) {
        changes.put(message, more.apply(changes.getOrDefault(message, Change.none(message))));
    }

    private static Map<Long, Change> changed(Handle handle, long room, List<Long> messages) {
        Map<Long, Change> changes = new TreeMap<>();
        handle.createQuery("SELECT message, text, edited_at, deleted_at, pinned_at FROM message_change "
                        + "WHERE room = :room AND message IN (<messages>)")
                .bind("room", room)
                .bindList("messages", messages)
                .map((row, context) -> new Change(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4) != null,
                        row.getObject(5) != null,
                        List.of(),
                        Change.Replies.NONE))
                .forEach(change -> changes.put(change.message(), change));
        return changes;
    }

    private static Map<Long, List<Change.Reaction>> reactions(
            Handle handle, Account account, long room, List<Long> messages) {
        Map<Long, Map<String, List<Author>>> people = new LinkedHashMap<>();
        handle.createQuery(
                        "SELECT r.message, r.emoji, a.id, a.display_name FROM reaction r JOIN account a ON a.id = r.account "
                                + "WHERE r.room = :room AND r.message IN (<messages>) ORDER BY r.at, a.id")
                .bind("room", room)
                .bindList("messages", messages)
                .map((row, context) ->
                        new Row(row.getLong(1), row.getString(2), new Author(row.getLong(3), row.getString(4))))
                .forEach(row -> people.computeIfAbsent(row.message(), none -> new LinkedHashMap<>())
                        .computeIfAbsent(row.emoji(), none -> new ArrayList<>())
                        .add(row.person()));
        Map<Long, List<Change.Reaction>> reactions = new LinkedHashMap<>();
        people.forEach((message, emojis) -> reactions.put(message, all(account, emojis)));
        return reactions;
    }

    private static List<Change.Reaction> all(Account account, Map<String, List<Author>> emojis) {
        return emojis.entrySet().stream()
                .map(entry -> one(account, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Change.Reaction one(Account account, String emoji, List<Author> people) {
        boolean mine = people.stream().anyMatch(person -> person.id() == account.id());
        List<Author> first = people.subList(0, Math.min(MOST_NAMES, people.size()));
        return new Change.Reaction(emoji, people.size(), mine, List.copyOf(first));
    }
}
