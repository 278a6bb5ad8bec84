package org.holdfast.room;

import java.util.Optional;
import org.holdfast.account.Account;
import org.holdfast.account.Role;
import org.jdbi.v3.core.Handle;

/** Who is in a room and as what, for the writes that change it. */
public final class RoomPeople {
    private final Handle transaction;
    private final long room;

    RoomPeople(Handle transaction, long room) {
        this.transaction = transaction;
        this.room = room;
    }

    /** How many are in a room. */
    public static long count(Handle transaction, long room) {
        return transaction
                .select("SELECT COUNT(*) FROM membership WHERE room = ?", room)
                .mapTo(Long.class)
                .one();
    }

    /** @throws org.holdfast.wire.Refusal {@code not_found}: the account is not in the room */
    RoomRole roleOf(long account) {
        return transaction
                .createQuery("SELECT role FROM membership WHERE room = :room AND account = :account")
                .bind("room", room)
                .bind("account", account)
                .mapTo(String.class)
                .findOne()
                .map(RoomRole::of)
                .orElseThrow(People::notFound);
    }

    void make(long account, RoomRole role) {
        transaction.execute(
                "UPDATE membership SET role = ? WHERE room = ? AND account = ?", role.wireName(), room, account);
    }

    boolean hasOwner() {
        return transaction
                .createQuery("SELECT 1 FROM membership WHERE room = :room AND role = :owner FETCH FIRST 1 ROWS ONLY")
                .bind("room", room)
                .bind("owner", RoomRole.OWNER.wireName())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Who has moderated it for longest, or else been in it for longest; never a guest or a program. */
    Optional<Account> heir() {
        return transaction
                .createQuery("SELECT a.id, a.log, a.name, a.display_name, a.role FROM membership m"
                        + " JOIN account a ON a.id = m.account"
                        + " WHERE m.room = :room AND a.disabled_at IS NULL AND a.role NOT IN (:guest, :bot)"
                        + " ORDER BY CASE m.role WHEN :moderator THEN 0 WHEN :member THEN 1 ELSE 2 END,"
                        + " m.joined_at, m.account FETCH FIRST 1 ROWS ONLY")
                .bind("room", room)
                .bind("guest", Role.GUEST.wireName())
                .bind("bot", Role.BOT.wireName())
                .bind("moderator", RoomRole.MODERATOR.wireName())
                .bind("member", RoomRole.MEMBER.wireName())
                .map(Account.FROM_ROW)
                .findOne();
    }
}
