package org.holdfast.db;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The place of a PostgreSQL: which cluster, on which of its timelines, and which database and table there, by the numbers that these gave them. */
record Fingerprint(String now) implements Place {
    private static final String TABLE =
            "(SELECT oid FROM pg_database WHERE datname = current_database()), 'log'::regclass::oid)";

    /** A restore to a point in time begins another timeline; so does a failover. */
    private static final String WHOLE = "SELECT CONCAT_WS(' ', (SELECT system_identifier FROM pg_control_system()),"
            + " SUBSTR(pg_walfile_name(pg_current_wal_lsn()), 1, 8), ";

    static Fingerprint of(Jdbi jdbi) {
        try {
            return asked(jdbi, WHOLE + TABLE);
        } catch (JdbiException unknown) {
            // Of some that are hosted these are not told: a dump that was restored is still seen.
            return asked(jdbi, "SELECT CONCAT_WS(' ', " + TABLE);
        }
    }

    private static Fingerprint asked(Jdbi jdbi, String question) {
        return jdbi.withHandle(handle -> new Fingerprint(handle.createQuery(question.replace(":", "\\:"))
                .mapTo(String.class)
                .one()));
    }

    @Override
    public boolean is(String told) {
        return now.equals(told);
    }
}
