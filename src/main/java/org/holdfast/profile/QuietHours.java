package org.holdfast.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.holdfast.wire.Fields;
import org.holdfast.wire.JsonText;

/**
 * When a person wants quiet, each day.
 *
 * @param from {@code hh:mm}
 * @param to {@code hh:mm}, not in it any more; before {@code from}: of the next day; the same: all day
 * @param zone whose clocks are meant, by its IANA name
 */
record QuietHours(String from, String to, String zone) {
    static final String COLUMNS = "a.quiet_from, a.quiet_to, a.quiet_zone";

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final int MOST_READ = 100;
    private static final int MOST_ZONE = 64;

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    static QuietHours of(Fields fields) {
        return new QuietHours(time(fields, "from"), time(fields, "to"), zone(fields));
    }

    private static String time(Fields fields, String name) {
        String time = fields.text(name, 0, MOST_READ);
        if (!TIME.matcher(time).matches()) throw Fields.bad(name, "must be a time from 00:00 to 23:59");
        return time;
    }

    /** Names alone: an offset knows nothing of summer. */
    private static String zone(Fields fields) {
        String zone = fields.text("zone", 1, MOST_ZONE);
        if (!ZoneId.getAvailableZoneIds().contains(zone))
            throw Fields.bad("zone", "must be the IANA name of a time zone that the server knows");
        return zone;
    }

    /** @return null: they want none */
    static QuietHours of(ResultSet row) throws SQLException {
        String zone = row.getString("quiet_zone");
        return zone == null ? null : new QuietHours(row.getString("quiet_from"), row.getString("quiet_to"), zone);
    }

    String json() {
        return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"zone\":" + JsonText.quote(zone) + "}";
    }
}
