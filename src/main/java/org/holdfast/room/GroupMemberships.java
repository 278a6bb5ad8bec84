package org.holdfast.room;

import java.util.List;
import java.util.Optional;
import org.holdfast.wire.Name;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Which memberships there are because of a group: those end with it, others do not. */
final class GroupMemberships {
    private final Jdbi jdbi;

    GroupMemberships(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    static void mark(Handle transaction, long room, long account) {
        transaction.execute("UPDATE membership SET by_group = TRUE WHERE room = ? AND account = ?", room, account);
    }

    List<Long> of(long account) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT room FROM membership WHERE account = ? AND by_group = TRUE ORDER BY room", account)
                .mapTo(Long.class)
                .list());
    }

    /** @param named a public room's name, or any room's number after a {@code #}; a direct one is nobody else's */
    Optional<Long> room(String named) {
        return named.matches("#[0-9]{1,15}")
                ? find("log = ?", Long.valueOf(named.substring(1)))
                : find("name_key = ?", new Name(named).key());
    }

    private Optional<Long> find(String condition, Object value) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT log FROM room WHERE kind <> '" + RoomKind.DIRECT.wireName() + "' AND " + condition,
                        value)
                .mapTo(Long.class)
                .findOne());
    }
}
