package org.holdfast.room;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.wire.JsonText;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the lists of members show of rooms. A crowd that comes back costs one small query a person: what is in common is read once. */
final class Titles {
    private static final int MOST_ROOMS = 100_000;
    private static final int MOST_ACCOUNTS = 100_000;

    /** What all members see alike. It does not change. */
    private record Heading(long log, String name, String topic, RoomKind kind, String people) {
        RoomTitle as(RoomRole role, long read) {
            return new RoomTitle(log, name, topic, kind, people, role, read);
        }
    }

    private final Jdbi jdbi;
    private final Memberships memberships;
    private final LoadingCache<Long, Heading> headings;
    private final ReadMarks marks;

    Titles(Jdbi jdbi, Memberships memberships) {
        this.jdbi = jdbi;
        this.memberships = memberships;
        CacheLoader<Long, Heading> reader = CacheLoader.<Long, Heading>bulk(this::read);
        this.marks = new ReadMarks(jdbi, MOST_ACCOUNTS);
        this.headings = Caffeine.newBuilder().maximumSize(MOST_ROOMS).build(reader);
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
        headings.getAll(rooms.keySet())
                .forEach((room, heading) -> titles.put(room, heading.as(rooms.get(room), read.getOrDefault(room, 0L))));
        return titles;
    }

    private Map<Long, Heading> read(Set<? extends Long> rooms) {
        Map<Long, Heading> found = new HashMap<>();
        jdbi.useHandle(handle -> {
            Map<Long, String> people = people(handle, rooms);
            handle.createQuery("SELECT log, name, topic, kind FROM room WHERE log IN (<rooms>)")
                    .bindList("rooms", List.copyOf(rooms))
                    .map((row, context) -> new Heading(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            RoomKind.of(row.getString(4)),
                            people.get(row.getLong(1))))
                    .forEach(heading -> found.put(heading.log(), heading));
        });
        return found;
    }

    /** Who is in the direct ones among the rooms, as JSON. */
    private static Map<Long, String> people(Handle handle, Set<? extends Long> rooms) {
        return handle
                .createQuery("SELECT r.log, a.id, a.display_name FROM room r JOIN membership m ON m.room = r.log"
                        + " JOIN account a ON a.id = m.account WHERE r.kind = :direct AND r.log IN (<rooms>)"
                        + " ORDER BY a.name_key")
                .bind("direct", RoomKind.DIRECT.wireName())
                .bindList("rooms", List.copyOf(rooms))
                .map((row, context) -> Map.entry(row.getLong(1), person(row.getLong(2), row.getString(3))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.joining(",", "[", "]"))));
    }

    private static String person(long id, String name) {
        return "{\"id\":" + id + ",\"name\":" + JsonText.quote(name) + "}";
    }
}
