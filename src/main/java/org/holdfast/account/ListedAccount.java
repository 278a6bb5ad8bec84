package org.holdfast.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.holdfast.wire.JsonText;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * An account as its administrators see it.
 *
 * @param source who knows its password: {@code own}, or a directory or provider
 * @param seenAt when one of its logins was last used, milliseconds since 1970; 0: none is left
 */
public record ListedAccount(
        long id,
        String name,
        String displayName,
        Role role,
        String source,
        boolean isDisabled,
        long createdAt,
        long seenAt) {
    static ListedAccount of(ResultSet row, StatementContext context) throws SQLException {
        return new ListedAccount(
                row.getLong("id"),
                row.getString("name"),
                row.getString("display_name"),
                Role.of(row.getString("role")),
                row.getString("source"),
                row.getObject("disabled_at") != null,
                row.getLong("created_at"),
                row.getLong("seen_at"));
    }

    public String json() {
        return "{\"id\":" + id + ",\"name\":" + JsonText.quote(name) + ",\"displayName\":" + JsonText.quote(displayName)
                + ",\"role\":\"" + role.wireName() + "\",\"source\":\"" + source + "\",\"disabled\":" + isDisabled
                + ",\"createdAt\":" + createdAt + (seenAt == 0 ? "" : ",\"seenAt\":" + seenAt) + "}";
    }
}
