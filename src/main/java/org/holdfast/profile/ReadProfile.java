package org.holdfast.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A profile as it was at some moment.
 *
 * @param revision greater than that of what was read before its last change
 */
public record ReadProfile(Profile profile, long revision) {
    static ReadProfile of(ResultSet row, StatementContext context) throws SQLException {
        return new ReadProfile(Profile.of(row, context), row.getLong("profile_revision"));
    }
}
