package org.holdfast.command;

import org.holdfast.delivery.Subscriber;
import org.holdfast.wire.Fields;

/** One type of command. */
interface Command {
    /** Its name on the wire. */
    String type();

    /**
     * Carries it out, or begins to; the answer goes to the sender's connection.
     *
     * @throws org.holdfast.wire.Refusal it can't be done
     */
    void carryOut(Subscriber sender, Fields data);
}
