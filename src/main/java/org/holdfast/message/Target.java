package org.holdfast.message;

import org.holdfast.account.Account;
import org.holdfast.log.Draft;

/** The message that somebody wants to do something to, and the client message id of that. */
public record Target(Account account, long room, long message, String clientMessageId) {
    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public Target {
        ClientMessageId.check(clientMessageId);
    }

    /** The event that says it. @param more members of its body; empty: none */
    Draft draft(String type, String more) {
        String body = "{\"message\":" + message + (more.isEmpty() ? "" : "," + more) + "}";
        return new Draft(room, type, account.author(), clientMessageId, body);
    }
}
