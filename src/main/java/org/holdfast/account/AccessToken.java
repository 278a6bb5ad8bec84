package org.holdfast.account;

import org.holdfast.wire.JsonText;

/**
 * A program's right to act as an account.
 *
 * @param hash the secret itself is only with the program
 * @param expiresAt 0: never
 * @param lastUsedAt 0: never
 */
public record AccessToken(
        long id, String hash, String name, Scope scope, long createdAt, long expiresAt, long lastUsedAt) {
    boolean isOver(long now) {
        return expiresAt > 0 && expiresAt <= now;
    }

    public String json() {
        return "{\"id\":" + id + ",\"name\":" + JsonText.quote(name) + ",\"scope\":\"" + scope.wireName()
                + "\",\"createdAt\":" + createdAt + (expiresAt == 0 ? "" : ",\"expiresAt\":" + expiresAt)
                + (lastUsedAt == 0 ? "" : ",\"lastUsedAt\":" + lastUsedAt) + "}";
    }
}
