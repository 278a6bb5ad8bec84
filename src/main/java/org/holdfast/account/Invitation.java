package org.holdfast.account;

import org.holdfast.wire.JsonText;

/**
 * An invitation, as an administrator is shown it.
 *
 * @param role of the account that is made with it
 * @param note for whom it is
 * @param usedBy the name of the account that was made; empty: none was yet
 */
public record Invitation(long id, Role role, String note, long createdAt, long expiresAt, String usedBy) {
    public String json() {
        return "{\"id\":" + id + ",\"role\":\"" + role.wireName() + "\",\"note\":" + JsonText.quote(note)
                + ",\"createdAt\":" + createdAt + ",\"expiresAt\":" + expiresAt
                + (usedBy.isEmpty() ? "" : ",\"usedBy\":" + JsonText.quote(usedBy)) + "}";
    }
}
