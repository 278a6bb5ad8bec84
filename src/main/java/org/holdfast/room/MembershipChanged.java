package org.holdfast.room;

/**
 * An account joined or left a room; fired after the commit and before the events go out.
 *
 * @param last the last sequence of the room that the account may be sent; {@link #JOINED}: it joined
 */
public record MembershipChanged(long account, long room, long last) {
    static final long JOINED = -1;

    public boolean isJoined() {
        return last == JOINED;
    }
}
