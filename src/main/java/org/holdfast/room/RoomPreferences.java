package org.holdfast.room;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What a person wants of one room, at all of their devices.
 *
 * @param level null: the usual one of its kind
 * @param favourite its place among the favourites, of which the smallest comes first; null: it is none
 * @param closed the sequence up to which it was seen when it was closed: it is not listed until something comes after that; null: it is not closed
 */
public record RoomPreferences(long room, boolean muted, NotificationLevel level, Long favourite, Long closed) {
    static final String COLUMNS = "p.room, p.muted, p.level, p.favourite, p.closed";

    static RoomPreferences usual(long room) {
        return new RoomPreferences(room, false, null, null, null);
    }

    static RoomPreferences of(ResultSet row, StatementContext context) throws SQLException {
        String level = row.getString("level");
        return new RoomPreferences(
                row.getLong("room"),
                row.getBoolean("muted"),
                level == null ? null : NotificationLevel.of(level),
                row.getObject("favourite", Long.class),
                row.getObject("closed", Long.class));
    }

    /** The name in the database; null: the usual one. */
    String levelName() {
        return level == null ? null : level.wireName();
    }

    public String json() {
        return "{\"room\":" + room + ",\"muted\":" + muted
                + (level == null ? "" : ",\"level\":\"" + level.wireName() + "\"")
                + (favourite == null ? "" : ",\"favourite\":" + favourite)
                + (closed == null ? "" : ",\"closed\":" + closed) + "}";
    }
}
