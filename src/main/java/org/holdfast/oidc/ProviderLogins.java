package org.holdfast.oidc;

import java.util.List;
import java.util.Optional;
import org.holdfast.account.LoginEnded;
import org.jdbi.v3.core.Jdbi;

/** Which login sessions began at the provider: in the database, where they go with the login session. */
final class ProviderLogins {
    private static final int MOST_SID = 250;

    private final Jdbi jdbi;

    ProviderLogins(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param sid the provider's name of its session; null: it told none */
    void add(String tokenHash, String sid, String idToken) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO provider_login (token_hash, sid, id_token) VALUES (?, ?, ?)",
                tokenHash,
                sid == null || sid.length() > MOST_SID ? null : sid,
                idToken));
    }

    Optional<String> idToken(String tokenHash) {
        return jdbi.withHandle(
                handle -> handle.select("SELECT id_token FROM provider_login WHERE token_hash = ?", tokenHash)
                        .mapTo(String.class)
                        .findOne());
    }

    List<LoginEnded> ofSession(String sid) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT l.token_hash, l.account FROM provider_login p"
                                + " JOIN login_session l ON l.token_hash = p.token_hash WHERE p.sid = ?",
                        sid)
                .map((row, context) -> new LoginEnded(row.getString(1), row.getLong(2)))
                .list());
    }
}
