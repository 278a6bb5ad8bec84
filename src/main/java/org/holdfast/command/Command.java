package org.holdfast.command;

import org.holdfast.account.Scope;
import org.holdfast.delivery.Caller;
import org.holdfast.wire.Fields;

/** One type of command. */
interface Command {
    /** Its name on the wire. */
    String type();

    /** What a token must cover to have it carried out. */
    default Scope needs() {
        return Scope.WRITE;
    }

    /**
     * Carries it out, or begins to; the sender is answered once, or told that it is done.
     *
     * @throws org.holdfast.wire.Refusal it can't be done
     */
    void carryOut(Caller sender, Fields data);
}
