package org.holdfast.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.jdbi.v3.core.Jdbi;

/**
 * How many messages of others wait for somebody. Counted from the read mark each time, so that nothing can go wrong for ever: what was sent twice,
 * deleted, or only reacted to never was in any sum.
 */
@ApplicationScoped
public class Unread {
    /** Events of a room that are looked at: whoever lacks more is told at least how many. */
    private static final int MOST_EVENTS = 2_000;

    private static final String SELECT = "SELECT m.room, COALESCE(k.sequence, 0), l.last_sequence,"
            + " COUNT(CASE WHEN e.type = :message THEN 1 END),"
            + " COUNT(CASE WHEN e.body LIKE :me OR e.body LIKE :all THEN 1 END)"
            + " FROM membership m JOIN log l ON l.id = m.room"
            + " LEFT JOIN read_mark k ON k.account = m.account AND k.room = m.room"
            + " LEFT JOIN event e ON e.log = m.room AND e.sequence > COALESCE(k.sequence, 0)"
            + " AND e.sequence > l.last_sequence - :most AND e.sequence <= l.last_sequence"
            + " AND (e.type = :message OR e.type = :edited) AND e.author <> m.account AND e.body <> :gone"
            + " WHERE m.account = :account AND l.last_sequence > COALESCE(k.sequence, 0)"
            + " GROUP BY m.room, k.sequence, l.last_sequence ORDER BY m.room";

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
                .bind("edited", Editing.TYPE)
                .bind("most", MOST_EVENTS)
                .bind("gone", Event.REDACTED)
                .bind("me", Mention.PATTERN.formatted(account.id()))
                .bind("all", Mention.PATTERN.formatted(Mention.ALL))
                .map((row, context) ->
                        new UnreadCount(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list());
    }
}
