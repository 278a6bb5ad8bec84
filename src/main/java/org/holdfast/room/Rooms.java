package org.holdfast.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.log.LogWriter;
import org.holdfast.wire.Code;
import org.holdfast.wire.Name;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The rooms: makes them, lists them, lets accounts in and out. */
@ApplicationScoped
public class Rooms {
    private static final String SELECT = "SELECT r.log, r.name, r.topic, "
            + "(SELECT COUNT(*) FROM membership m WHERE m.room = r.log) AS members, "
            + "(SELECT COUNT(*) FROM membership m WHERE m.room = r.log AND m.account = :account) AS joined "
            + "FROM room r ";

    private final Jdbi jdbi;
    private final LogWriter writer;
    private final Memberships memberships;
    private final Titles titles;

    @Inject
    public Rooms(Jdbi jdbi, LogWriter writer, Memberships memberships) {
        this.jdbi = jdbi;
        this.writer = writer;
        this.memberships = memberships;
        this.titles = new Titles(jdbi, memberships);
    }

    /** For the container's proxy. */
    protected Rooms() {
        this(null, null, null);
    }

    /** All rooms, by name. */
    public List<Room> all(Account account) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "ORDER BY r.name_key")
                .bind("account", account.id())
                .map(Rooms::room)
                .list());
    }

    /** @throws Refusal {@code not_found} */
    public Room one(Account account, long room) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE r.log = :room")
                .bind("account", account.id())
                .bind("room", room)
                .map(Rooms::room)
                .findOne()
                .orElseThrow(Rooms::notFound));
    }

    private static Room room(ResultSet row, StatementContext context) throws SQLException {
        return new Room(
                row.getLong("log"),
                row.getString("name"),
                row.getString("topic"),
                row.getLong("members"),
                row.getLong("joined") > 0);
    }

    /**
     * What {@code welcome} tells of the rooms that an account is in, by id.
     *
     * @param head of the account's log: the read marks are at least of then
     */
    public Map<Long, RoomTitle> titles(Account account, long head) {
        return titles.of(account.id(), head);
    }

    /** Makes a room; its maker is the first member. The stage gives the room's id, or fails with {@code name_taken}. */
    public CompletionStage<Long> create(Account account, String name, String topic) {
        RoomCreation creation = new RoomCreation(account, Name.of("name", name), topic, memberships);
        return writer.submit(creation).thenApply(events -> events.get(0).log());
    }

    /** Joining twice changes nothing. */
    public CompletionStage<List<Event>> join(Account account, long room) {
        return writer.submit(new Joining(account, room, memberships));
    }

    /** Leaving a room one is not in is refused with {@code not_found}. */
    public CompletionStage<List<Event>> leave(Account account, long room) {
        return writer.submit(new Leaving(account, room, memberships));
    }

    /** Remembers how far an account has read; only forwards. */
    public CompletionStage<List<Event>> read(Account account, long room, long sequence) {
        return writer.submit(new Reading(account, room, sequence, memberships));
    }

    public static Refusal notFound() {
        return new Refusal(Code.NOT_FOUND, "That room does not exist, or you are not in it.");
    }
}
