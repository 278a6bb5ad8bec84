package org.holdfast.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.holdfast.wire.JsonText;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * How a person shows themself to others.
 *
 * @param about may be empty
 * @param picture the hash of its content; null: there is none
 * @param status null: they say nothing
 * @param doNotDisturb null: they may be disturbed
 */
public record Profile(
        long id,
        String name,
        String displayName,
        String about,
        String picture,
        Status status,
        DoNotDisturb doNotDisturb) {
    /** Of an account that the statement calls {@code a}, and of a moment {@code :now}, after which what passes may be over. */
    static final String COLUMNS = "a.id, a.name, a.display_name, a.about, a.picture,"
            + " CASE WHEN a.status_until <= :now THEN 0 ELSE 1 END AS has_status,"
            + " a.status_emoji, a.status_text, a.status_until, " + DoNotDisturb.COLUMNS;

    static Profile of(ResultSet row, StatementContext context) throws SQLException {
        String about = row.getString("about");
        return new Profile(
                row.getLong("id"),
                row.getString("name"),
                row.getString("display_name"),
                about == null ? "" : about,
                row.getString("picture"),
                status(row),
                DoNotDisturb.of(row));
    }

    private static Status status(ResultSet row) throws SQLException {
        String text = row.getString("status_text");
        if (text == null || row.getInt("has_status") == 0) return null;
        return new Status(row.getString("status_emoji"), text, row.getObject("status_until", Long.class));
    }

    /** When something of it is over. */
    Stream<Long> ends() {
        return Stream.of(status == null ? null : status.until(), doNotDisturb == null ? null : doNotDisturb.until())
                .filter(Objects::nonNull);
    }

    public String json() {
        return "{\"id\":" + id + ",\"name\":" + JsonText.quote(name) + ",\"displayName\":" + JsonText.quote(displayName)
                + (about.isEmpty() ? "" : ",\"about\":" + JsonText.quote(about))
                + (picture == null ? "" : ",\"picture\":\"" + picture + "\"")
                + (status == null ? "" : ",\"status\":" + status.json())
                + (doNotDisturb == null ? "" : ",\"doNotDisturb\":" + doNotDisturb.json()) + "}";
    }
}
