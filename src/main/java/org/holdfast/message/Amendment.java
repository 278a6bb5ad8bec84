package org.holdfast.message;

import java.util.List;
import org.holdfast.log.Draft;
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
        return wasWritten(transaction) || change(transaction) ? List.of(event()) : List.of();
    }

    /** Sent again, it must not change the rows a second time: what came in between stays. The writer finds the first event, or the conflict. */
    private boolean wasWritten(Handle transaction) {
        Draft event = event();
        return transaction
                .select(
                        "SELECT 1 FROM event WHERE author = ? AND client_message_id = ?",
                        event.author().id(),
                        event.clientMessageId())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
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
