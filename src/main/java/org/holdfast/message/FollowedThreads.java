package org.holdfast.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.log.LogWriter;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.holdfast.wire.FrameReader;
import org.holdfast.wire.JsonText;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The threads that people follow, and what waits for them there. Counted each time, as what is unread in a room. */
@ApplicationScoped
public class FollowedThreads {
    private static final int MOST = 100;
    private static final int MOST_TEXT = 200;

    private static final String WAITING = "SELECT f.room, f.thread, COUNT(*) AS replies, MAX(r.at) AS newest"
            + " FROM thread_follow f JOIN membership m ON m.account = f.account AND m.room = f.room"
            + " JOIN reply r ON r.room = f.room AND r.thread = f.thread AND r.message > f.sequence"
            + " JOIN event e ON e.log = r.room AND e.sequence = r.message"
            + " WHERE f.account = :account AND f.following AND e.author <> f.account AND e.body <> :gone"
            + " GROUP BY f.room, f.thread ORDER BY newest DESC, f.room, f.thread LIMIT :most";

    /** With what each of them began with. */
    private static final String SELECT = "SELECT w.room, w.thread, w.replies, w.newest, b.author_name, c.text, b.body"
            + " FROM (" + WAITING + ") w JOIN event b ON b.log = w.room AND b.sequence = w.thread"
            + " LEFT JOIN message_change c ON c.room = w.room AND c.message = w.thread"
            + " ORDER BY w.newest DESC, w.room, w.thread";

    /**
     * A thread in which something waits.
     *
     * @param replies of others, that were not read
     * @param at when the newest of them came
     * @param text what the message says that it began with, or the beginning of it
     * @param files those of that message, as JSON; a message may be nothing but files
     */
    public record Waiting(long room, long thread, long replies, long at, String author, String text, JsonArray files) {
        static Waiting of(ResultSet row, StatementContext context) throws SQLException {
            JsonObject body = FrameReader.readOwn(row.getString(7)).asJsonObject();
            String edited = row.getString(6);
            return new Waiting(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getString(5),
                    beginning(edited == null ? body.getString("text", "") : edited),
                    body.containsKey("files") ? body.getJsonArray("files") : JsonValue.EMPTY_JSON_ARRAY);
        }

        public String json() {
            return "{\"room\":" + room + ",\"thread\":" + thread + ",\"replies\":" + replies + ",\"at\":" + at
                    + ",\"author\":" + JsonText.quote(author) + ",\"text\":" + JsonText.quote(text)
                    + (files.isEmpty() ? "" : ",\"files\":" + files) + "}";
        }
    }

    private final Jdbi jdbi;
    private final LogWriter writer;
    private final Access access;

    @Inject
    public FollowedThreads(Jdbi jdbi, LogWriter writer, Access access) {
        this.jdbi = jdbi;
        this.writer = writer;
        this.access = access;
    }

    /** For the container's proxy. */
    protected FollowedThreads() {
        this(null, null, null);
    }

    /** Those with replies that the account has not read, the newest first. */
    public List<Waiting> waiting(Account account) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT)
                .bind("account", account.id())
                .bind("gone", Event.REDACTED)
                .bind("most", MOST)
                .map(Waiting::of)
                .list());
    }

    private static String beginning(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
    }

    /** @throws org.holdfast.wire.Refusal {@code not_found} */
    public ThreadFollow of(Account account, long room, long thread) {
        access.check(account, room, RoomPermission.READ);
        return jdbi.withHandle(
                handle -> ThreadFollow.find(handle, account.id(), room, thread).orElse(ThreadFollow.NONE));
    }

    /**
     * The stage may fail with {@code not_found}.
     *
     * @param following null: it stays
     * @param read how far it was read; 0: that stays
     */
    public CompletionStage<List<Event>> mark(Account account, long room, long thread, Boolean following, long read) {
        return writer.submit(new ThreadMarking(account, room, thread, following, read, access));
    }
}
