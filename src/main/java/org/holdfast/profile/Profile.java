package org.holdfast.profile;

import org.jdbi.v3.core.mapper.RowMapper;

/**
 * How a person shows themself to others.
 *
 * @param status null: they say nothing
 */
public record Profile(long id, Status status) {
    /** Of an account that the statement calls {@code a}, and of a moment {@code :now}, after which its status may be over. */
    static final String COLUMNS = "a.id, CASE WHEN a.status_until <= :now THEN 0 ELSE 1 END AS has_status,"
            + " a.status_emoji, a.status_text, a.status_until";

    static final RowMapper<Profile> FROM_ROW = (row, context) -> new Profile(
            row.getLong("id"),
            row.getBoolean("has_status") && row.getString("status_text") != null
                    ? new Status(
                            row.getString("status_emoji"),
                            row.getString("status_text"),
                            row.getObject("status_until", Long.class))
                    : null);

    public String json() {
        return "{\"id\":" + id + (status == null ? "" : ",\"status\":" + status.json()) + "}";
    }
}
