package org.holdfast.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.account.Account;
import org.holdfast.log.Author;
import org.holdfast.log.Event;
import org.holdfast.wire.Code;
import org.holdfast.wire.JsonText;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Who has read a message, where the room's owner lets its members see that. */
@ApplicationScoped
public class Receipts {
    static final int MOST_NAMES = 200;

    /** Whoever was in the room already when it was posted: the mark of all others begins after it, and tells nothing. */
    private static final String OTHERS = " FROM membership m JOIN account a ON a.id = m.account"
            + " LEFT JOIN read_mark k ON k.account = m.account AND k.room = m.room"
            + " WHERE m.room = :room AND m.joined_at <= :at AND m.account <> :author AND a.disabled_at IS NULL";

    /**
     * @param people the first of those who have read it, by name
     * @param count of all of them
     * @param others who could
     */
    public record Readers(List<Author> people, long count, long others) {
        public String json() {
            return people.stream()
                    .map(person -> "{\"id\":" + person.id() + ",\"name\":" + JsonText.quote(person.name()) + "}")
                    .collect(Collectors.joining(
                            ",", "{\"people\":[", "],\"count\":" + count + ",\"others\":" + others + "}"));
        }
    }

    private final Jdbi jdbi;
    private final Reading reading;

    @Inject
    public Receipts(Jdbi jdbi, Reading reading) {
        this.jdbi = jdbi;
        this.reading = reading;
    }

    /** For the container's proxy. */
    protected Receipts() {
        this(null, null);
    }

    /** @throws Refusal {@code not_found}, {@code forbidden}: the room does not show it */
    public Readers of(Account account, long room, long message) {
        Event event = reading.one(account, room, message);
        return jdbi.withHandle(handle -> {
            if (!areShown(handle, room)) throw new Refusal(Code.FORBIDDEN, "This room does not show who has read.");
            return readers(handle, event);
        });
    }

    private static boolean areShown(Handle handle, long room) {
        return handle.select("SELECT receipts FROM room WHERE log = ?", room)
                .mapTo(Boolean.class)
                .one();
    }

    private static Readers readers(Handle handle, Event message) {
        List<Author> people = about(
                        handle,
                        message,
                        "a.id, a.display_name" + OTHERS + " AND k.sequence >= :message ORDER BY a.name_key LIMIT "
                                + MOST_NAMES)
                .map((row, context) -> new Author(row.getLong(1), row.getString(2)))
                .list();
        return about(handle, message, "COUNT(CASE WHEN k.sequence >= :message THEN 1 END), COUNT(*)" + OTHERS)
                .map((row, context) -> new Readers(people, row.getLong(1), row.getLong(2)))
                .one();
    }

    private static Query about(Handle handle, Event message, String selected) {
        return handle.createQuery("SELECT " + selected)
                .bind("room", message.log())
                .bind("at", message.at())
                .bind("author", message.author().id())
                .bind("message", message.sequence());
    }
}
