package org.holdfast.stream;

import org.jdbi.v3.core.mapper.RowMapper;

/**
 * A stream of events that has a name.
 *
 * @param log the log of its events; of an ephemeral one only the number
 * @param isDurable whether its events are written down
 * @param keepEvents at least so many of the newest are kept; 0: as many as the server keeps of any
 * @param keepMillis for at least so long; 0: for ever
 * @param isPublic whether it is read without a login, too
 */
public record Topic(
        long log,
        String name,
        boolean isDurable,
        long keepEvents,
        long keepMillis,
        boolean isPublic,
        Publishers publishers) {

    static final String COLUMNS = "log, name, durable, keep_events, keep_millis, open_to_all, publishers";

    static final RowMapper<Topic> FROM_ROW = (row, context) -> new Topic(
            row.getLong("log"),
            row.getString("name"),
            row.getBoolean("durable"),
            row.getLong("keep_events"),
            row.getLong("keep_millis"),
            row.getBoolean("open_to_all"),
            Publishers.of(row.getString("publishers")));

    /** The <i>topic</i> of the streams page. */
    public String json() {
        return "{\"name\":\"" + name + "\",\"log\":" + log + ",\"durable\":" + isDurable + ",\"keepEvents\":"
                + keepEvents + ",\"keepMillis\":" + keepMillis + ",\"public\":" + isPublic + ",\"publishers\":\""
                + publishers.wireName() + "\"}";
    }
}
