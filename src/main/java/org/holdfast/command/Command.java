package org.holdfast.command;

import org.holdfast.delivery.Caller;
import org.holdfast.wire.Fields;

/** One type of command. */
interface Command {
    /** Its name on the wire. */
    String type();

    /**
     * Carries it out, or begins to; the sender is answered once, or told that it is done.
     *
     * @throws org.holdfast.wire.Refusal it can't be done
     */
    void carryOut(Caller sender, Fields data);
}
