package org.holdfast.room;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.holdfast.db.Engine;
import org.holdfast.log.Author;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the lists of members show of rooms. A crowd that comes back costs one small query a person: what is in common is read once. */
final class Titles {
    private static final int MOST_ROOMS = 100_000;
    private static final int MOST_ACCOUNTS = 100_000;
    private static final Duration SHARED_LIFE = Duration.ofSeconds(10);
    private static final Duration FOR_EVER = Duration.ofDays(3_650);

    /** What all members see alike. */
    private record Heading(
            long log,
            String name,
            String topic,
            RoomKind kind,
            boolean archived,
            boolean receipts,
            List<Author> people) {
        RoomTitle of(long account, RoomRole role, long read) {
            return new RoomTitle(log, nameFor(account), topic, kind, archived, receipts, people, role, read);
        }

        /** A direct room is called after the others. */
        String nameFor(long account) {
            if (kind != RoomKind.DIRECT) return name;
            return people.stream()
                    .filter(person -> person.id() != account)
                    .map(Author::name)
                    .collect(Collectors.joining(", "));
        }
    }

    private final Jdbi jdbi;
    private final Memberships memberships;
    private final LoadingCache<Long, Heading> headings;
    private final ReadMarks marks;

    /** How many rooms have changed since the start. */
    private final AtomicLong changes = new AtomicLong();

    Titles(Jdbi jdbi, Memberships memberships) {
        this.jdbi = jdbi;
        this.memberships = memberships;
        CacheLoader<Long, Heading> reader = CacheLoader.<Long, Heading>bulk(this::read);
        this.marks = new ReadMarks(jdbi, MOST_ACCOUNTS);
        // Another node's change is seen here by whoever has the room open; for all others it is not old for long.
        Duration life = Engine.of(jdbi) == Engine.H2 ? FOR_EVER : SHARED_LIFE;
        this.headings = Caffeine.newBuilder()
                .maximumSize(MOST_ROOMS)
                .expireAfterWrite(life)
                .build(reader);
    }

    /**
     * Of the rooms that an account is in, by id.
     *
     * @param head of the account's log: the read marks are at least of then
     */
    Map<Long, RoomTitle> of(long account, long head) {
        Map<Long, RoomRole> rooms = memberships.roomsOf(account);
        if (rooms.isEmpty()) return Map.of();
        Map<Long, Long> read = marks.of(account, head);
        Map<Long, RoomTitle> titles = new HashMap<>();
        headings(rooms.keySet())
                .forEach((room, heading) ->
                        titles.put(room, heading.of(account, rooms.get(room), read.getOrDefault(room, 0L))));
        return titles;
    }

    /** What is read while a room changes may be what was before. */
    private Map<Long, Heading> headings(Set<Long> rooms) {
        long before = changes.get();
        Map<Long, Heading> found = headings.getAll(rooms);
        if (changes.get() == before) return found;
        headings.invalidateAll(rooms);
        return headings(rooms);
    }

    /** It is called something else now. */
    void changed(long room) {
        changes.incrementAndGet();
        headings.invalidate(room);
    }

    /** So are the direct rooms of whoever is called otherwise, for the others in them. */
    void renamed(long account) {
        memberships.roomsOf(account).keySet().forEach(this::changed);
    }

    String nameFor(long account, long room) {
        return headings.get(room).nameFor(account);
    }

    private Map<Long, Heading> read(Set<? extends Long> rooms) {
        Map<Long, Heading> found = new HashMap<>();
        jdbi.useHandle(handle -> {
            Map<Long, List<Author>> people = people(handle, rooms);
            handle.createQuery("SELECT log, name, topic, kind, archived_at, receipts FROM room WHERE log IN (<rooms>)")
                    .bindList("rooms", List.copyOf(rooms))
                    .map((row, context) -> new Heading(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            RoomKind.of(row.getString(4)),
                            row.getObject(5) != null,
                            row.getBoolean(6),
                            people.getOrDefault(row.getLong(1), List.of())))
                    .forEach(heading -> found.put(heading.log(), heading));
        });
        return found;
    }

    /** Who is in the direct ones among the rooms. */
    private static Map<Long, List<Author>> people(Handle handle, Set<? extends Long> rooms) {
        Map<Long, List<Author>> people = new HashMap<>();
        handle.createQuery("SELECT r.log, a.id, a.display_name FROM room r JOIN membership m ON m.room = r.log"
                        + " JOIN account a ON a.id = m.account WHERE r.kind = :direct AND r.log IN (<rooms>)"
                        + " ORDER BY a.name_key")
                .bind("direct", RoomKind.DIRECT.wireName())
                .bindList("rooms", List.copyOf(rooms))
                .map((row, context) -> people.computeIfAbsent(row.getLong(1), room -> new ArrayList<>())
                        .add(new Author(row.getLong(2), row.getString(3))))
                .list();
        return people;
    }
}
