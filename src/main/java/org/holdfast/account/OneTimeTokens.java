package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Invitations and resets: what an administrator gives away to open one door once, for a while. */
@ApplicationScoped
public class OneTimeTokens {
    /**
     * What a token was for.
     *
     * @param account whose password may be set; 0: it is an invitation
     * @param role of the account that may be made; null: it is a reset
     */
    record Taken(long id, long account, Role role) {}

    /**
     * A token that was just made.
     *
     * @param secret told to whoever asked for it, and never again
     */
    public record Issued(String secret, long expiresAt) {
        /** Not the secret: records print themselves into logs. */
        @Override
        public String toString() {
            return "Issued";
        }
    }

    private static final long KEPT_MILLIS = Duration.ofDays(90).toMillis();
    private static final int MOST_LISTED = 200;
    /** What somebody gave away as an administrator is worth nothing once they are none. */
    private static final String BY_ADMINISTRATOR = " AND EXISTS (SELECT 1 FROM account a"
            + " WHERE a.id = one_time_token.created_by AND a.role = 'admin' AND a.disabled_at IS NULL)";

    private final Jdbi jdbi;
    private final long invitationMillis;
    private final long resetMillis;

    @Inject
    public OneTimeTokens(Jdbi jdbi, Settings settings) {
        this.jdbi = jdbi;
        this.invitationMillis = settings.duration(Setting.INVITATION_LIFETIME);
        this.resetMillis = settings.duration(Setting.RESET_LIFETIME);
    }

    /** For the container's proxy. */
    protected OneTimeTokens() {
        jdbi = null;
        invitationMillis = 0;
        resetMillis = 0;
    }

    public Issued invite(Account by, Role role, String note) {
        return jdbi.withHandle(handle -> issue(handle, Purpose.INVITATION, by, null, role, note, invitationMillis));
    }

    /** The resets of before are worth nothing any more. */
    public Issued reset(Account by, long account) {
        return jdbi.inTransaction(transaction -> {
            endResets(transaction, account);
            return issue(transaction, Purpose.RESET, by, account, null, "", resetMillis);
        });
    }

    static void endResets(Handle handle, long account) {
        handle.execute(
                "DELETE FROM one_time_token WHERE account = ? AND purpose = ? AND used_at IS NULL",
                account,
                Purpose.RESET.wireName());
    }

    private static Issued issue(
            Handle handle, Purpose purpose, Account by, Long account, Role role, String note, long lifetime) {
        Secret secret = Secret.next();
        long now = System.currentTimeMillis();
        handle.execute(
                "INSERT INTO one_time_token"
                        + " (token_hash, purpose, account, role, note, created_at, created_by, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                secret.hash(),
                purpose.wireName(),
                account,
                role == null ? null : role.wireName(),
                note,
                now,
                by.id(),
                now + lifetime);
        return new Issued(secret.text(), now + lifetime);
    }

    /** Nobody looks for what is over for long. */
    void deleteOld(long now) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM one_time_token WHERE expires_at < ?", now - KEPT_MILLIS));
    }

    /** The invitations that can still be used, or were, the newest first. */
    public List<Invitation> invitations() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT o.id, o.role, o.note, o.created_at, o.expires_at, a.name AS used_by FROM one_time_token o"
                                + " LEFT JOIN account a ON a.id = o.used_by WHERE o.purpose = :purpose"
                                + " AND (o.used_at IS NOT NULL OR o.expires_at > :now) ORDER BY o.id DESC LIMIT :most")
                .bind("purpose", Purpose.INVITATION.wireName())
                .bind("now", System.currentTimeMillis())
                .bind("most", MOST_LISTED)
                .map((row, context) -> new Invitation(
                        row.getLong("id"),
                        Role.of(row.getString("role")),
                        row.getString("note"),
                        row.getLong("created_at"),
                        row.getLong("expires_at"),
                        Optional.ofNullable(row.getString("used_by")).orElse("")))
                .list());
    }

    /** @return false: there is none of that number that could still be used */
    public boolean revoke(long invitation) {
        return jdbi.withHandle(handle -> handle.execute(
                        "DELETE FROM one_time_token WHERE id = ? AND purpose = ? AND used_at IS NULL",
                        invitation,
                        Purpose.INVITATION.wireName())
                == 1);
    }

    /**
     * Asked before the costly hash of a password; a token may still be used up by another until it is taken.
     *
     * @throws Refusal {@code forbidden}, as when it is taken
     */
    static void check(Handle handle, Purpose purpose, String secret) {
        handle.createQuery("SELECT 1 FROM one_time_token WHERE token_hash = :hash AND purpose = :purpose"
                        + " AND used_at IS NULL AND expires_at > :now" + BY_ADMINISTRATOR)
                .bind("hash", new Secret(secret).hash())
                .bind("purpose", purpose.wireName())
                .bind("now", System.currentTimeMillis())
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(OneTimeTokens::worthless);
    }

    private static Refusal worthless() {
        return new Refusal(Code.FORBIDDEN, "This link was used, or its time is over: ask for another.");
    }

    /**
     * Uses a token up, in a transaction that fails or holds with what it opens.
     *
     * @throws Refusal {@code forbidden}: it is none, was used, or its time is over; which of them is not told
     */
    static Taken take(Handle transaction, Purpose purpose, String secret) {
        long now = System.currentTimeMillis();
        String hash = new Secret(secret).hash();
        int taken = transaction.execute(
                "UPDATE one_time_token SET used_at = ? WHERE token_hash = ? AND purpose = ? AND used_at IS NULL"
                        + " AND expires_at > ?" + BY_ADMINISTRATOR,
                now,
                hash,
                purpose.wireName(),
                now);
        if (taken == 0) throw worthless();
        return read(transaction, hash);
    }

    private static Taken read(Handle transaction, String hash) {
        return transaction
                .createQuery("SELECT id, account, role FROM one_time_token WHERE token_hash = :hash")
                .bind("hash", hash)
                .map((row, context) -> new Taken(
                        row.getLong("id"),
                        row.getLong("account"),
                        Optional.ofNullable(row.getString("role")).map(Role::of).orElse(null)))
                .one();
    }

    static void usedBy(Handle transaction, Taken token, long account) {
        transaction.execute("UPDATE one_time_token SET used_by = ? WHERE id = ?", account, token.id());
    }
}
