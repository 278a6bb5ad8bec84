package org.holdfast.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.holdfast.wire.Fields;

/** As what a person wants others to see them, whatever they do. */
public enum ShownAs {
    AWAY,
    /** As offline. */
    INVISIBLE;

    private static final int MOST_READ = 100;

    /** The name on the wire and in the database. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    static ShownAs of(Fields fields) {
        String given = fields.text("shownAs", 0, MOST_READ);
        return Arrays.stream(values())
                .filter(one -> one.wireName().equals(given))
                .findFirst()
                .orElseThrow(() -> Fields.bad("shownAs", "must be \"away\", \"invisible\" or null"));
    }

    /** @return null: as it is */
    static ShownAs of(ResultSet row) throws SQLException {
        String name = row.getString("shown_as");
        return name == null ? null : valueOf(name.toUpperCase(Locale.ROOT));
    }
}
