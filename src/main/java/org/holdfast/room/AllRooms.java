package org.holdfast.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The public and the private rooms, for administrators; who talks directly with whom is nobody else's business. */
@ApplicationScoped
public class AllRooms {
    private static final String WANTED = " WHERE r.kind <> 'direct' AND POSITION(:part IN LOWER(r.name)) > 0 ";
    private static final String SELECT = "SELECT r.log, r.name, r.topic, r.kind, r.archived_at, r.created_at, "
            + "l.last_sequence AS events, COALESCE(e.at, r.created_at) AS last_at, "
            + "(SELECT COUNT(*) FROM membership m WHERE m.room = r.log) AS members FROM room r "
            + "JOIN log l ON l.id = r.log LEFT JOIN event e ON e.log = l.id AND e.sequence = l.last_sequence" + WANTED
            + "ORDER BY LOWER(r.name), r.log LIMIT :most";
    private static final String OWNERS =
            "SELECT m.room, a.display_name FROM membership m JOIN account a ON a.id = m.account"
                    + " WHERE m.role = 'owner' AND m.room IN (<rooms>) ORDER BY a.display_name";

    private final Jdbi jdbi;

    @Inject
    public AllRooms(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** For the container's proxy. */
    protected AllRooms() {
        jdbi = null;
    }

    /** Those whose names have the part in them, by name. */
    public List<ListedRoom> list(String part, int most) {
        return jdbi.withHandle(handle -> owned(
                handle,
                handle.createQuery(SELECT)
                        .bind("part", folded(part))
                        .bind("most", most)
                        .map(ListedRoom::of)
                        .list()));
    }

    /** How many there are of them. */
    public long count(String part) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM room r" + WANTED)
                .bind("part", folded(part))
                .mapTo(Long.class)
                .one());
    }

    private static List<ListedRoom> owned(Handle handle, List<ListedRoom> rooms) {
        if (rooms.isEmpty()) return rooms;
        Map<Long, List<String>> owners = handle
                .createQuery(OWNERS)
                .bindList("rooms", rooms.stream().map(ListedRoom::log).toList())
                .map((row, context) -> Map.entry(row.getLong("room"), row.getString("display_name")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return rooms.stream()
                .map(room -> room.ownedBy(owners.getOrDefault(room.log(), List.of())))
                .toList();
    }

    private static String folded(String part) {
        return part.strip().toLowerCase(Locale.ROOT);
    }
}
