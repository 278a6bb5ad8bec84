package org.holdfast.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.log.Author;
import org.holdfast.log.Event;
import org.holdfast.wire.FrameReader;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** What messages say now, whatever was said before. Asks nobody whether they may: who gives it away has to. */
@ApplicationScoped
public class CurrentMessages {
    /** Events after which a message says something else than before. */
    private static final Set<String> TELLING = Set.of(MessageRow.TYPE, "edited", Event.REDACTION);

    /** Asked for as a pair: of a sequence in a list beside one log H2 uses no index, and reads all of the log. */
    public record Key(long log, long sequence) {
        static final List<String> COLUMNS = List.of("log", "sequence");

        static List<Key> of(long room, Collection<Long> messages) {
            return messages.stream().map(message -> new Key(room, message)).toList();
        }
    }

    private final Jdbi jdbi;

    @Inject
    public CurrentMessages(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** For the container's proxy. */
    protected CurrentMessages() {
        this(null);
    }

    /** What was posted. @param edited what an edit made of it; null: nothing */
    private record Posted(Event event, String edited) {
        /** Then its edits say whom. */
        boolean isEditedAndMayCall() {
            return edited != null && Mentions.mayBeIn(edited);
        }

        CurrentMessage after(Map<Long, Edits.Edit> edits) {
            JsonObject body = body(event.body());
            String text = edited == null ? body.getString("text", "") : edited;
            Calls calls = new Calls();
            calls.add(event.sequence(), event.at(), event.body());
            edits.forEach((sequence, edit) -> calls.add(sequence, edit.at(), edit.body()));
            return new CurrentMessage(event, text, files(body), calls.in(text));
        }
    }

    /** Of these those that are there, and not deleted. */
    public List<CurrentMessage> of(long room, Collection<Long> messages) {
        if (messages.isEmpty()) return List.of();
        return jdbi.withHandle(handle -> {
            List<Posted> posted = read(handle, room, messages);
            Map<Long, Map<Long, Edits.Edit>> edits = Edits.calling(
                    handle,
                    room,
                    posted.stream()
                            .filter(Posted::isEditedAndMayCall)
                            .map(each -> each.event.sequence())
                            .toList());
            return posted.stream()
                    .map(each -> each.after(edits.getOrDefault(each.event.sequence(), Map.of())))
                    .toList();
        });
    }

    private static List<Posted> read(Handle handle, long room, Collection<Long> messages) {
        return handle.createQuery(
                        "SELECT e.log, e.sequence, e.type, e.at, e.author, e.author_name, e.client_message_id, e.body, c.text "
                                + "FROM event e LEFT JOIN message_change c ON c.room = e.log AND c.message = e.sequence "
                                + "WHERE (e.log, e.sequence) IN (<keys>) AND e.type = :type "
                                + "AND c.deleted_at IS NULL ORDER BY e.sequence")
                .bind("type", MessageRow.TYPE)
                .bindMethodsList("keys", Key.of(room, messages), Key.COLUMNS)
                .map(CurrentMessages::posted)
                .list();
    }

    /** Whether a message says something else after the event. */
    public static boolean isTelling(Event event) {
        return TELLING.contains(event.type());
    }

    /** Of which messages these events of one room tell. */
    public static Set<Long> toldOf(List<Event> events) {
        Set<Long> messages = new TreeSet<>();
        for (Event event : events) {
            if (event.type().equals(MessageRow.TYPE)) messages.add(event.sequence());
            // An edit that lost its content names none any more; the deletion that took it does.
            else if (isTelling(event) && body(event.body()).containsKey("message"))
                messages.add(body(event.body()).getJsonNumber("message").longValue());
        }
        return messages;
    }

    private static Posted posted(ResultSet row, StatementContext context) throws SQLException {
        Author author = new Author(row.getLong("author"), row.getString("author_name"));
        Event event = new Event(
                row.getLong("log"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getLong("at"),
                author,
                row.getString("client_message_id"),
                row.getString("body"));
        return new Posted(event, row.getString("text"));
    }

    private static List<MessageFile> files(JsonObject body) {
        JsonArray files = body.containsKey("files") ? body.getJsonArray("files") : JsonValue.EMPTY_JSON_ARRAY;
        return files.getValuesAs(file -> MessageFile.of(file.asJsonObject()));
    }

    private static JsonObject body(String text) {
        return FrameReader.readOwn(text).asJsonObject();
    }
}
