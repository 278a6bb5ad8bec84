package org.holdfast.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.account.Account;
import org.holdfast.room.RoomTitle;
import org.holdfast.wire.Name;
import org.jdbi.v3.core.Jdbi;

/**
 * Whom and which rooms the names in a search mean, for the one who asks. A name that nobody has finds nothing, as one does that they may not know of.
 *
 * @param titles of the rooms that they may read
 */
record Names(Jdbi jdbi, Account account, Map<Long, RoomTitle> titles) {
    private static final String ONESELF = "me";

    /** In which it may be. */
    Set<Long> rooms(Wanted wanted) {
        List<String> in = wanted.all().in();
        Set<Long> rooms = new HashSet<>(in.isEmpty() ? titles.keySet() : called(in));
        rooms.removeAll(called(wanted.none().in()));
        return rooms;
    }

    private Set<Long> called(List<String> names) {
        Set<String> keys = keys(names);
        return titles.values().stream()
                .filter(title -> keys.contains(key(title.name())))
                .map(RoomTitle::log)
                .collect(Collectors.toSet());
    }

    Set<Long> people(List<String> names) {
        Set<String> keys = keys(names);
        Set<Long> people = new HashSet<>(jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM account WHERE name_key IN (<keys>) OR LOWER(display_name) IN (<keys>)")
                .bindList("keys", List.copyOf(keys))
                .mapTo(Long.class)
                .list()));
        if (keys.contains(ONESELF)) people.add(account.id());
        return people;
    }

    private static Set<String> keys(Collection<String> names) {
        return names.stream().map(Names::key).collect(Collectors.toSet());
    }

    private static String key(String name) {
        return new Name(name.strip()).key();
    }
}
