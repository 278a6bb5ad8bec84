package org.holdfast.stream;

import org.holdfast.account.Account;
import org.holdfast.account.Login;
import org.holdfast.account.Role;
import org.holdfast.wire.JsonText;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The right of a program to publish to a topic, and to read it.
 *
 * @param hash the secret itself is only with the program
 * @param name what its events say about their author
 * @param lastUsedAt 0: never
 */
public record TopicToken(long id, String hash, long topic, String name, long createdAt, long lastUsedAt) {
    static final String COLUMNS = "id, token_hash, topic, name, created_at, last_used_at";

    static final RowMapper<TopicToken> FROM_ROW = (row, context) -> new TopicToken(
            row.getLong("id"),
            row.getString("token_hash"),
            row.getLong("topic"),
            row.getString("name"),
            row.getLong("created_at"),
            row.getLong("last_used_at"));

    /** Its holder, as the author of events: no account, so the number is one that no account has. */
    public Login login() {
        return new Login(new Account(-id, 0, name, name, Role.MEMBER), hash);
    }

    public String json() {
        return "{\"id\":" + id + ",\"name\":" + JsonText.quote(name) + ",\"createdAt\":" + createdAt
                + (lastUsedAt == 0 ? "" : ",\"lastUsedAt\":" + lastUsedAt) + "}";
    }
}
