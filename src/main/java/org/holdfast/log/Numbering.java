package org.holdfast.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.holdfast.db.Place;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The names under which the logs are numbered. They have to change when the database was restored from a backup: it will give numbers again
 * that clients know from other events, and who resumed by them would miss those.
 */
public final class Numbering {
    private static final Logger LOG = System.getLogger(Numbering.class.getName());

    private final Jdbi jdbi;
    private final Place place;

    public Numbering(Jdbi jdbi, Place place) {
        this.jdbi = jdbi;
        this.place = place;
    }

    /**
     * At the start, before a log is read.
     *
     * @param isRestored whether a person says so
     */
    public void begin(boolean isRestored) {
        String now = place.now();
        if (jdbi.inTransaction(transaction -> isRenewed(transaction, isRestored, now)))
            LOG.log(
                    Level.WARNING,
                    "This database was restored, or copied: its logs are numbered under other names from now on, and every"
                            + " client begins anew");
        place.told(now);
    }

    private boolean isRenewed(Handle transaction, boolean isRestored, String now) {
        // Another node may be starting.
        String told = transaction
                .select("SELECT place FROM site WHERE id = 1 FOR UPDATE")
                .mapTo(String.class)
                .one();
        boolean isElsewhere = isRestored || told != null && !place.is(told);
        if (isElsewhere) transaction.execute("UPDATE log SET epoch = ?", Epoch.next());
        transaction.execute("UPDATE site SET place = ? WHERE id = 1", now);
        return isElsewhere;
    }
}
