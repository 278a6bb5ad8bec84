package org.holdfast.message;

/**
 * What waits for somebody in a room.
 *
 * @param read the mark after which it was counted
 * @param head the room's newest event that was looked at
 * @param messages of others, that are not deleted
 * @param mentions those of them in which the account is called
 */
public record UnreadCount(long room, long read, long head, long messages, long mentions) {
    public String json() {
        return "{\"room\":" + room + ",\"read\":" + read + ",\"head\":" + head + ",\"messages\":" + messages
                + ",\"mentions\":" + mentions + "}";
    }
}
