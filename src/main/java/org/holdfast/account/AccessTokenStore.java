package org.holdfast.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The access tokens in the database. */
final class AccessTokenStore {
    /** A token with the account that it acts as. */
    record Held(Account account, AccessToken token) {}

    private static final String COLUMNS = "t.id AS token_id, t.token_hash, t.name AS token_name, t.scope,"
            + " t.created_at AS token_created_at, t.expires_at, t.last_used_at";
    /** Last used is written at most this often: it is for a list that a person reads. */
    private static final long USED_EVERY_MILLIS = 60_000;

    private final Jdbi jdbi;

    AccessTokenStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @throws Refusal {@code forbidden}: the account has as many as it may */
    AccessToken insert(AccessToken token, long account, int most) {
        return jdbi.inTransaction(transaction -> {
            // Those who make one at the same moment wait here, or each would count without the other's.
            transaction
                    .select("SELECT id FROM account WHERE id = ? FOR UPDATE", account)
                    .mapTo(Long.class)
                    .one();
            int has = transaction
                    .select("SELECT COUNT(*) FROM access_token WHERE account = ?", account)
                    .mapTo(Integer.class)
                    .one();
            if (has >= most)
                throw new Refusal(
                        Code.FORBIDDEN, "You have " + most + " tokens, the most that you may have: revoke one.");
            return insert(transaction, token, account);
        });
    }

    private static AccessToken insert(Handle transaction, AccessToken token, long account) {
        long id = transaction
                .createUpdate("INSERT INTO access_token"
                        + " (token_hash, account, name, scope, created_at, expires_at, last_used_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 0)")
                .bind(0, token.hash())
                .bind(1, account)
                .bind(2, token.name())
                .bind(3, token.scope().wireName())
                .bind(4, token.createdAt())
                .bind(5, token.expiresAt())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return new AccessToken(id, token.hash(), token.name(), token.scope(), token.createdAt(), token.expiresAt(), 0);
    }

    /** Oldest first. */
    List<AccessToken> of(long account) {
        return jdbi.withHandle(handle -> of(handle, account));
    }

    private static List<AccessToken> of(Handle handle, long account) {
        return handle.select("SELECT " + COLUMNS + " FROM access_token t WHERE account = ? ORDER BY id", account)
                .map((row, context) -> token(row))
                .list();
    }

    /** Finds one of an account that is not disabled, and notes that it was used. @return null: it is none */
    Held used(String hash, long now) {
        return jdbi.withHandle(handle -> {
            Optional<Held> held = find(handle, hash);
            held.ifPresent(found -> handle.execute(
                    "UPDATE access_token SET last_used_at = ? WHERE token_hash = ? AND last_used_at <= ?",
                    now,
                    hash,
                    now - USED_EVERY_MILLIS));
            return held.orElse(null);
        });
    }

    private static Optional<Held> find(Handle handle, String hash) {
        return handle.select(
                        "SELECT " + COLUMNS + ", " + Account.COLUMNS + " FROM access_token t"
                                + " JOIN account ON account.id = t.account"
                                + " WHERE t.token_hash = ? AND disabled_at IS NULL",
                        hash)
                .map((row, context) -> new Held(Account.FROM_ROW.map(row, context), token(row)))
                .findOne();
    }

    Optional<AccessToken> delete(long account, long id) {
        return jdbi.inTransaction(handle -> {
            Optional<AccessToken> found = of(handle, account).stream()
                    .filter(token -> token.id() == id)
                    .findFirst()
                    .filter(token -> handle.execute("DELETE FROM access_token WHERE id = ?", id) == 1);
            return found;
        });
    }

    List<LoginEnded> deleteExpired(long now) {
        return jdbi.inTransaction(transaction -> {
            List<LoginEnded> expired = transaction
                    .select(
                            "SELECT token_hash, account FROM access_token"
                                    + " WHERE expires_at > 0 AND expires_at <= ? FOR UPDATE",
                            now)
                    .map((row, context) -> new LoginEnded(row.getString(1), row.getLong(2)))
                    .list();
            expired.forEach(
                    token -> transaction.execute("DELETE FROM access_token WHERE token_hash = ?", token.tokenHash()));
            return expired;
        });
    }

    private static AccessToken token(ResultSet row) throws SQLException {
        return new AccessToken(
                row.getLong("token_id"),
                row.getString("token_hash"),
                row.getString("token_name"),
                Scope.ofToken(row.getString("scope")),
                row.getLong("token_created_at"),
                row.getLong("expires_at"),
                row.getLong("last_used_at"));
    }
}
