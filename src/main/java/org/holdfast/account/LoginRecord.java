package org.holdfast.account;

import org.holdfast.wire.JsonText;

/**
 * A login session, as its person is shown it in a list of devices.
 *
 * @param device what the browser or program said that it is; not to be trusted
 * @param lastSeenAt to the minute
 */
public record LoginRecord(String tokenHash, String device, long createdAt, long lastSeenAt, long expiresAt) {
    private static final int ID_LENGTH = 16;

    /** Names it to its own person. A part of the hash of a random token: it tells nothing, and opens nothing. */
    public String id() {
        return idOf(tokenHash);
    }

    static String idOf(String tokenHash) {
        return tokenHash.substring(0, ID_LENGTH);
    }

    /** Without its end: more members may follow. */
    public String openJson() {
        return "{\"id\":\"" + id() + "\",\"device\":" + JsonText.quote(device) + ",\"createdAt\":" + createdAt
                + ",\"lastSeenAt\":" + lastSeenAt + ",\"expiresAt\":" + expiresAt;
    }
}
