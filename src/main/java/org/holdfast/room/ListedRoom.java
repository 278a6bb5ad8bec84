package org.holdfast.room;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.wire.JsonText;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A room as administrators see it, from outside: nothing of what is said in it.
 *
 * @param events how many its log has
 * @param createdAt milliseconds since 1970
 * @param lastAt when the last event was, milliseconds since 1970
 * @param owners their shown names
 */
public record ListedRoom(
        long log,
        String name,
        String topic,
        RoomKind kind,
        boolean isArchived,
        long members,
        long events,
        long createdAt,
        long lastAt,
        List<String> owners) {

    static ListedRoom of(ResultSet row, StatementContext context) throws SQLException {
        return new ListedRoom(
                row.getLong("log"),
                row.getString("name"),
                row.getString("topic"),
                RoomKind.of(row.getString("kind")),
                row.getObject("archived_at") != null,
                row.getLong("members"),
                row.getLong("events"),
                row.getLong("created_at"),
                row.getLong("last_at"),
                List.of());
    }

    ListedRoom ownedBy(List<String> them) {
        return new ListedRoom(log, name, topic, kind, isArchived, members, events, createdAt, lastAt, them);
    }

    public String json() {
        String names = owners.stream().map(JsonText::quote).collect(Collectors.joining(","));
        return "{\"log\":" + log + ",\"name\":" + JsonText.quote(name) + ",\"topic\":" + JsonText.quote(topic)
                + ",\"kind\":\"" + kind.wireName() + "\",\"archived\":" + isArchived + ",\"members\":" + members
                + ",\"events\":" + events + ",\"createdAt\":" + createdAt + ",\"lastAt\":" + lastAt + ",\"owners\":["
                + names + "]}";
    }
}
