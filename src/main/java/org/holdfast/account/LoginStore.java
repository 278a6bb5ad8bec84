package org.holdfast.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The login sessions in the database. */
final class LoginStore {

    /** Last seen is written at most this often: it is for a list of devices that a person reads. */
    private static final long SEEN_EVERY_MILLIS = 60_000;

    private static final int MOST_DEVICE = 250;

    private final Jdbi jdbi;

    LoginStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param passwordHash that its account has to have still; empty: whichever */
    void insert(LoginSession session, String device, long now, String passwordHash) {
        jdbi.useTransaction(transaction -> {
            check(transaction, session.login().account().id(), passwordHash);
            insert(transaction, session, device, now);
        });
    }

    /** Whoever changes the password waits for this, and then finds the login to end; or this waits for them, and finds another hash. */
    private static void check(Handle transaction, long account, String passwordHash) {
        transaction
                .createQuery("SELECT 1 FROM account WHERE id = :id AND disabled_at IS NULL"
                        + " AND (:hash = '' OR password_hash = :hash) FOR UPDATE")
                .bind("id", account)
                .bind("hash", passwordHash)
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> new Refusal(Code.WRONG_LOGIN, "Name or password is wrong."));
    }

    private static void insert(Handle transaction, LoginSession session, String device, long now) {
        transaction.execute(
                "INSERT INTO login_session (token_hash, account, created_at, last_seen_at, expires_at, device)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                session.tokenHash(),
                session.login().account().id(),
                now,
                now,
                session.expiresAt(),
                device.substring(0, Math.min(device.length(), MOST_DEVICE)));
    }

    /** Finds a login session of an account that is not disabled, and notes that it was seen. */
    Optional<LoginSession> seen(String tokenHash, long now) {
        return jdbi.withHandle(handle -> {
            Optional<LoginSession> session = find(handle, tokenHash, now);
            session.ifPresent(found -> handle.execute(
                    "UPDATE login_session SET last_seen_at = ? WHERE token_hash = ? AND last_seen_at <= ?",
                    now,
                    tokenHash,
                    now - SEEN_EVERY_MILLIS));
            return session;
        });
    }

    /** The login sessions of an account that go on, the one that was seen last first. */
    List<LoginRecord> of(long account, long now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT token_hash, device, created_at, last_seen_at, expires_at FROM login_session"
                                + " WHERE account = :account AND expires_at > :now"
                                + " ORDER BY last_seen_at DESC, created_at DESC, token_hash")
                .bind("account", account)
                .bind("now", now)
                .map((row, context) -> new LoginRecord(
                        row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list());
    }

    /** Those that are login sessions, or programs' tokens, of accounts that are not disabled. */
    Set<String> valid(List<String> tokenHashes, long now) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT token_hash FROM ("
                        + "SELECT token_hash, account, expires_at FROM login_session UNION ALL "
                        + "SELECT token_hash, account, expires_at FROM access_token) AS token"
                        + " JOIN account ON account.id = token.account WHERE token_hash = ANY(:hashes)"
                        + " AND (expires_at = 0 OR expires_at > :now) AND disabled_at IS NULL")
                .bindArray("hashes", String.class, tokenHashes)
                .bind("now", now)
                .mapTo(String.class)
                .collectIntoSet());
    }

    boolean delete(String tokenHash) {
        return jdbi.withHandle(
                handle -> handle.execute("DELETE FROM login_session WHERE token_hash = ?", tokenHash) == 1);
    }

    List<LoginEnded> deleteExpired(long now) {
        return jdbi.inTransaction(transaction -> {
            List<LoginEnded> expired = transaction
                    .createQuery("SELECT token_hash, account FROM login_session WHERE expires_at <= :now FOR UPDATE")
                    .bind("now", now)
                    .map((row, context) -> new LoginEnded(row.getString(1), row.getLong(2)))
                    .list();
            expired.forEach(
                    login -> transaction.execute("DELETE FROM login_session WHERE token_hash = ?", login.tokenHash()));
            return expired;
        });
    }

    private static Optional<LoginSession> find(Handle handle, String tokenHash, long now) {
        return handle.createQuery("SELECT " + Account.COLUMNS + ", expires_at FROM login_session"
                        + " JOIN account ON account.id = login_session.account"
                        + " WHERE token_hash = :hash AND expires_at > :now AND disabled_at IS NULL")
                .bind("hash", tokenHash)
                .bind("now", now)
                .map((row, context) -> new LoginSession(
                        new Login(Account.FROM_ROW.map(row, context), tokenHash), row.getLong("expires_at")))
                .findOne();
    }
}
