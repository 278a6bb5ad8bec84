package org.holdfast.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.log.LogWriter;
import org.holdfast.wire.Code;
import org.holdfast.wire.Name;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The rooms: makes them, lists them, lets accounts in and out. */
@ApplicationScoped
public class Rooms {
    /** Those that an account may see; to whom may not browse, public ones do not exist either. */
    private static final String SELECT = "SELECT r.log, r.name, r.topic, r.kind, r.archived_at, mine.role, "
            + "(SELECT COUNT(*) FROM membership m WHERE m.room = r.log) AS members "
            + "FROM room r LEFT JOIN membership mine ON mine.room = r.log AND mine.account = :account "
            + "WHERE (mine.account IS NOT NULL OR r.kind = :browsed) ";

    private final Jdbi jdbi;
    private final LogWriter writer;
    private final Memberships memberships;
    private final Access access;
    private final Titles titles;

    @Inject
    public Rooms(Jdbi jdbi, LogWriter writer, Memberships memberships, Access access) {
        this.jdbi = jdbi;
        this.writer = writer;
        this.memberships = memberships;
        this.access = access;
        this.titles = new Titles(jdbi, memberships);
    }

    /** For the container's proxy. */
    protected Rooms() {
        jdbi = null;
        writer = null;
        memberships = null;
        access = null;
        titles = null;
    }

    /** All rooms that an account may see, by name. */
    public List<Room> all(Account account) {
        return jdbi
                .withHandle(handle -> handle.createQuery(SELECT + "ORDER BY LOWER(r.name), r.log")
                        .bind("account", account.id())
                        .bind("browsed", browsed(account))
                        .map(Rooms::room)
                        .list())
                .stream()
                .map(room -> named(room, account))
                .toList();
    }

    /** @throws Refusal {@code not_found} */
    public Room one(Account account, long room) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "AND r.log = :room")
                        .bind("account", account.id())
                        .bind("browsed", browsed(account))
                        .bind("room", room)
                        .map(Rooms::room)
                        .findOne())
                .map(found -> named(found, account))
                .orElseThrow(Rooms::notFound);
    }

    /** A direct room is called after the others. */
    private Room named(Room room, Account account) {
        return room.kind() == RoomKind.DIRECT ? room.named(titles.nameFor(account.id(), room.log())) : room;
    }

    private String browsed(Account account) {
        return access.may(account.id(), SitePermission.BROWSE) ? RoomKind.PUBLIC.wireName() : "";
    }

    private static Room room(ResultSet row, StatementContext context) throws SQLException {
        String role = row.getString("role");
        return new Room(
                row.getLong("log"),
                row.getString("name"),
                row.getString("topic"),
                RoomKind.of(row.getString("kind")),
                row.getObject("archived_at") != null,
                row.getLong("members"),
                role == null ? null : RoomRole.of(role));
    }

    /**
     * What {@code welcome} tells of the rooms that an account is in, by id.
     *
     * @param head of the account's log: the read marks are at least of then
     */
    public Map<Long, RoomTitle> titles(Account account, long head) {
        return titles.of(account.id(), head);
    }

    /** Makes a room; its maker owns it. The stage gives its id, or fails with {@code name_taken} or {@code forbidden}. */
    public CompletionStage<Long> create(Account account, String name, String topic, RoomKind kind) {
        RoomDraft draft = new RoomDraft(Name.of("name", name), topic, kind);
        return writer.submit(new RoomCreation(account, draft, access, memberships))
                .thenApply(events -> events.get(0).log());
    }

    /**
     * Changes what is said of a room, for everybody.
     *
     * @param archiving written with it when it is put away, or taken up again
     */
    public CompletionStage<List<Event>> change(
            Account account, long room, RoomSettings wanted, Consumer<Handle> archiving) {
        return writer.submit(new RoomChange(account, room, wanted, access, this::changed, archiving));
    }

    /** What is remembered of it is out of date. */
    void changed(long room) {
        titles.changed(room);
        access.archiveChanged(room);
    }

    /** Somebody is called something else now, and so are their direct rooms. */
    public void renamed(long account) {
        titles.renamed(account);
    }

    /** Joining twice changes nothing. */
    public CompletionStage<List<Event>> join(Account account, long room) {
        return writer.submit(new Joining(account, account.id(), room, access, memberships));
    }

    /** Leaving a room one is not in is refused with {@code not_found}. */
    public CompletionStage<List<Event>> leave(Account account, long room) {
        return writer.submit(new Leaving(account, account.id(), room, access, memberships));
    }

    /** Remembers how far an account has read; only forwards. */
    public CompletionStage<List<Event>> read(Account account, long room, long sequence) {
        return writer.submit(new Reading(account, room, sequence, false, access));
    }

    /** The account wants to read again what came after a sequence. */
    public CompletionStage<List<Event>> readBack(Account account, long room, long sequence) {
        return writer.submit(new Reading(account, room, sequence, true, access));
    }

    public static Refusal notFound() {
        return new Refusal(Code.NOT_FOUND, "That room does not exist, or you are not in it.");
    }
}
