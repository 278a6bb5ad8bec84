package org.holdfast.profile;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What others are shown of a person until a moment. */
enum Passing {
    STATUS("status_until", "status_emoji = NULL, status_text = NULL, status_until = NULL"),
    DO_NOT_DISTURB("do_not_disturb_until", "do_not_disturb = FALSE, do_not_disturb_until = NULL");

    private final String until;
    private final String nothing;

    Passing(String until, String nothing) {
        this.until = until;
        this.nothing = nothing;
    }

    /** The accounts of which it is over. */
    List<Long> over(Handle handle, long now) {
        return handle.select("SELECT id FROM account WHERE " + until + " <= ?", now)
                .mapTo(Long.class)
                .list();
    }

    /** @return false: another node has done it, or the person said something else meanwhile */
    boolean end(Handle handle, long account, long now) {
        return handle.execute(
                        "UPDATE account SET " + nothing + ", " + Profiles.NEXT_REVISION + " WHERE id = ? AND " + until
                                + " <= ?",
                        account,
                        now)
                > 0;
    }

    Optional<Long> soonest(Handle handle) {
        return handle.select("SELECT MIN(" + until + ") FROM account")
                .mapTo(Long.class)
                .findOne();
    }
}
