package org.holdfast.room;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** What the lists of members show of rooms. A crowd that comes back costs one small query a person: what is in common is read once. */
final class Titles {
    private static final int MOST_ROOMS = 100_000;
    private static final int MOST_ACCOUNTS = 100_000;

    /** What all members see alike. It does not change. */
    private record Heading(long log, String name, String topic) {}

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

    /** Of the rooms that an account is in, by id.
     *
     * @param head of the account's log: the read marks are at least of then
     */
    Map<Long, RoomTitle> of(long account, long head) {
        Set<Long> rooms = memberships.roomsOf(account);
        if (rooms.isEmpty()) return Map.of();
        Map<Long, Long> read = marks.of(account, head);
        Map<Long, RoomTitle> titles = new HashMap<>();
        headings.getAll(rooms)
                .forEach((room, heading) -> titles.put(
                        room, new RoomTitle(room, heading.name(), heading.topic(), read.getOrDefault(room, 0L))));
        return titles;
    }

    private Map<Long, Heading> read(Set<? extends Long> rooms) {
        Map<Long, Heading> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT log, name, topic FROM room WHERE log IN (<rooms>)")
                .bindList("rooms", List.copyOf(rooms))
                .map((row, context) -> new Heading(row.getLong(1), row.getString(2), row.getString(3)))
                .forEach(heading -> found.put(heading.log(), heading)));
        return found;
    }
}
