package org.holdfast.account;

import org.holdfast.log.Author;
import org.holdfast.wire.JsonText;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * A person who may sign in.
 *
 * @param log the account's own log: the rooms it joined, its read marks
 * @param name what it signs in with
 * @param displayName what others read
 */
public record Account(long id, long log, String name, String displayName, Role role) {

    static final String COLUMNS = "account.id, account.log, account.name, account.display_name, account.role";

    public static final RowMapper<Account> FROM_ROW = (row, context) -> new Account(
            row.getLong("id"),
            row.getLong("log"),
            row.getString("name"),
            row.getString("display_name"),
            Role.of(row.getString("role")));

    public Author author() {
        return new Author(id, displayName);
    }

    /** The <i>account</i> of protocol section 6. */
    public String json() {
        return "{\"id\":" + id + ",\"name\":" + JsonText.quote(name) + ",\"displayName\":" + JsonText.quote(displayName)
                + ",\"role\":\"" + role.wireName() + "\"}";
    }
}
