package org.holdfast.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.holdfast.account.AccountChanged;
import org.holdfast.db.Engine;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Who is in which room, by account. Changed only after a commit, by the one drain that also asks, or asked under the lock of the room's log; so
 * the answer is the membership of the moment in which a command is carried out.
 */
@ApplicationScoped
public class Memberships {
    private final Jdbi jdbi;
    private final Event<MembershipChanged> changes;
    private final int mostRooms;

    /** Null: other nodes change memberships, too, and the database is asked each time. */
    private final Cache<Long, Map<Long, RoomRole>> rooms;

    @Inject
    public Memberships(Jdbi jdbi, Settings settings, Event<MembershipChanged> changes) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.mostRooms = settings.number(Setting.ROOMS_PER_ACCOUNT);
        this.rooms = Engine.of(jdbi).isShared()
                ? null
                : Caffeine.newBuilder()
                        .maximumSize(settings.number(Setting.MEMBERSHIP_CACHE))
                        .build();
    }

    /** For the container's proxy. */
    protected Memberships() {
        jdbi = null;
        changes = null;
        mostRooms = 0;
        rooms = null;
    }

    public boolean isMember(long room, long account) {
        return roomsOf(account).containsKey(room);
    }

    /** The rooms of an account, and what it is in each; read from the database once. A disabled account is in none. */
    public Map<Long, RoomRole> roomsOf(long account) {
        return rooms == null ? load(account) : rooms.get(account, this::load);
    }

    /**
     * The same for a write, by its transaction: it must not wait for a second connection of a pool whose others wait for the writer, nor for
     * somebody who reads and waits for this one.
     */
    Map<Long, RoomRole> roomsOf(Handle transaction, long account) {
        Map<Long, RoomRole> known = rooms == null ? null : rooms.getIfPresent(account);
        return known != null ? known : read(transaction, account);
    }

    /** @throws Refusal {@code forbidden}: the account is in as many rooms as it may */
    void checkPlace(Handle transaction, long account) {
        // Not the direct ones: anybody may open those with anybody, who would be in no other room then.
        int has = count(
                transaction,
                "SELECT COUNT(*) FROM membership m JOIN room r ON r.log = m.room WHERE m.account = ? AND r.kind <> ?",
                account);
        if (has >= mostRooms) throw new Refusal(Code.FORBIDDEN, "Nobody may be in more than " + mostRooms + " rooms.");
    }

    /** @throws Refusal {@code forbidden}: the account has opened as many direct rooms as it may */
    void checkOpened(Handle transaction, long account) {
        if (count(transaction, "SELECT COUNT(*) FROM room WHERE created_by = ? AND kind = ?", account) >= mostRooms)
            throw new Refusal(Code.FORBIDDEN, "Nobody may open more than " + mostRooms + " direct rooms.");
    }

    private static int count(Handle transaction, String direct, long account) {
        return transaction
                .select(direct, account, RoomKind.DIRECT.wireName())
                .mapTo(Integer.class)
                .one();
    }

    private Map<Long, RoomRole> load(long account) {
        return jdbi.withHandle(handle -> read(handle, account));
    }

    private static Map<Long, RoomRole> read(Handle handle, long account) {
        return handle.createQuery("SELECT m.room, m.role FROM membership m JOIN account a ON a.id = m.account"
                        + " WHERE m.account = :account AND a.disabled_at IS NULL")
                .bind("account", account)
                .map((row, context) -> Map.entry(row.getLong(1), RoomRole.of(row.getString(2))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Before anybody else is told: a disabled account is in no room from here on. */
    void changed(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) AccountChanged change) {
        if (rooms != null) rooms.invalidate(change.account());
    }

    void joined(long room, long account, RoomRole role) {
        change(account, all -> all.put(room, role));
        changes.fire(new MembershipChanged(account, room, MembershipChanged.JOINED));
    }

    /** It is something else there from now on. */
    void became(long room, long account, RoomRole role) {
        change(account, all -> all.put(room, role));
    }

    /** @param last the sequence of the event that ended it */
    void left(long room, long account, long last) {
        change(account, all -> all.remove(room));
        changes.fire(new MembershipChanged(account, room, last));
    }

    private void change(long account, Consumer<Map<Long, RoomRole>> change) {
        if (rooms == null) return;
        // Not computeIfPresent: that does not wait for a load that has read the database before this commit.
        rooms.asMap().compute(account, (id, before) -> {
            if (before == null) return null;
            Map<Long, RoomRole> after = new HashMap<>(before);
            change.accept(after);
            return Map.copyOf(after);
        });
    }

    static void insert(Handle transaction, long room, long account, RoomRole role) {
        transaction.execute(
                "INSERT INTO membership (room, account, joined_at, role) VALUES (?, ?, ?, ?)",
                room,
                account,
                System.currentTimeMillis(),
                role.wireName());
    }
}
