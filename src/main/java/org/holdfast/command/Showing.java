package org.holdfast.command;

import org.holdfast.presence.PresenceState;

/**
 * What a hello says of presence.
 *
 * @param state as what the person is shown; {@code OFFLINE}: it is not, and the client is not told who is here; null: nothing is said, which is
 *     the same for a session that never said more
 * @param told how far it was told, as the server said it; empty: it was not
 */
public record Showing(PresenceState state, String told) {
    /** @param state null: it says nothing */
    static Showing of(String state, String told) {
        return new Showing(state == null ? null : PresenceState.of("presence", state), told);
    }

    /** Null: it does not want to know. */
    public String toldIfShown() {
        return isShown() ? told : null;
    }

    boolean isSaid() {
        return state != null;
    }

    boolean isShown() {
        return isSaid() && state != PresenceState.OFFLINE;
    }
}
