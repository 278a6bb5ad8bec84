package org.holdfast.message;

import java.util.List;
import org.holdfast.log.Draft;
import org.holdfast.log.EventStore;
import org.holdfast.log.Write;
import org.jdbi.v3.core.Handle;

/** Something that changes a message that is there. Its event comes after it in the log; of what changes nothing there is none. */
interface Amendment extends Write {
    Draft event();

    /**
     * Checks whether it may be, and changes the rows.
     *
     * @return whether something changed
     * @throws org.holdfast.wire.Refusal it may not be
     */
    boolean change(Handle transaction);

    @Override
    default List<Draft> drafts(Handle transaction) {
        // The writer finds the first event then, or the conflict; what came in between stays.
        return EventStore.isUsed(transaction, event()) || change(transaction) ? List.of(event()) : List.of();
    }

    @Override
    default Draft identified() {
        return event();
    }

    @Override
    default boolean isAlone() {
        return true;
    }
}
