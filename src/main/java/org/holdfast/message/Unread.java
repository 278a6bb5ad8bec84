package org.holdfast.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.holdfast.account.Account;
import org.jdbi.v3.core.Jdbi;

/**
 * How many messages of others wait for somebody. Counted from the read mark each time, so that nothing can go wrong for ever: what was sent twice,
 * deleted, or only reacted to never was in any sum.
 */
@ApplicationScoped
public class Unread {
    /** Events of a room that are looked at: whoever lacks more is told at least how many. */
    private static final int MOST_EVENTS = 2_000;

    private static final String SELECT = "SELECT m.room, COALESCE(k.sequence, 0) AS mark, l.last_sequence,"
            + " (SELECT COUNT(*) FROM event e LEFT JOIN message_change c ON c.room = e.log AND c.message = e.sequence"
            + " WHERE e.log = m.room AND e.sequence > COALESCE(k.sequence, 0) AND e.sequence > l.last_sequence - :most"
            + " AND e.sequence <= l.last_sequence AND e.type = :message AND e.author <> m.account"
            + " AND c.deleted_at IS NULL) AS messages"
            + " FROM membership m JOIN log l ON l.id = m.room"
            + " LEFT JOIN read_mark k ON k.account = m.account AND k.room = m.room"
            + " WHERE m.account = :account AND l.last_sequence > COALESCE(k.sequence, 0) ORDER BY m.room";

    private final Jdbi jdbi;

    @Inject
    public Unread(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** For the container's proxy. */
    protected Unread() {
        jdbi = null;
    }

    /** Of the rooms that the account is in, where anything came after its mark. One statement, which sees one moment. */
    public List<UnreadCount> of(Account account) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT)
                .bind("account", account.id())
                .bind("message", MessageRow.TYPE)
                .bind("most", MOST_EVENTS)
                .map((row, context) -> new UnreadCount(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list());
    }
}
