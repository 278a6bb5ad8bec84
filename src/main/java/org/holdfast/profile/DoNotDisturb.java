package org.holdfast.profile;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A person does not want to be disturbed, which others may know.
 *
 * @param until null: until they say otherwise
 */
public record DoNotDisturb(Long until) {
    /** Of an account that the statement calls {@code a}, and of a moment {@code :now}, after which it may be over. */
    static final String COLUMNS = "CASE WHEN a.do_not_disturb_until <= :now THEN FALSE ELSE a.do_not_disturb END"
            + " AS is_undisturbed, a.do_not_disturb_until";

    /** @return null: they may be disturbed */
    static DoNotDisturb of(ResultSet row) throws SQLException {
        return row.getBoolean("is_undisturbed")
                ? new DoNotDisturb(row.getObject("do_not_disturb_until", Long.class))
                : null;
    }

    String json() {
        return until == null ? "{}" : "{\"until\":" + until + "}";
    }
}
