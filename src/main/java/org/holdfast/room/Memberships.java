package org.holdfast.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Who is in which room, by account. Changed only after a commit, by the one drain that also asks, so the answer is the membership of the
 * moment in which a command is carried out.
 */
@ApplicationScoped
public class Memberships {
    private final Jdbi jdbi;
    private final Event<MembershipChanged> changes;
    private final int mostRooms;
    private final Cache<Long, Set<Long>> rooms;

    @Inject
    public Memberships(Jdbi jdbi, Settings settings, Event<MembershipChanged> changes) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.mostRooms = settings.number(Setting.ROOMS_PER_ACCOUNT);
        this.rooms = Caffeine.newBuilder()
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
        return roomsOf(account).contains(room);
    }

    /** The rooms of an account; read from the database once. */
    public Set<Long> roomsOf(long account) {
        return rooms.get(account, this::load);
    }

    /**
     * The same for a write, by its transaction: it must not wait for a second connection of a pool whose others wait for the writer, nor for
     * somebody who reads and waits for this one.
     */
    public boolean isMember(Handle transaction, long room, long account) {
        return roomsOf(transaction, account).contains(room);
    }

    private Set<Long> roomsOf(Handle transaction, long account) {
        Set<Long> known = rooms.getIfPresent(account);
        return known != null ? known : read(transaction, account);
    }

    /** @throws Refusal {@code forbidden}: the account is in as many rooms as it may */
    void checkPlace(Handle transaction, long account) {
        if (roomsOf(transaction, account).size() >= mostRooms)
            throw new Refusal(Code.FORBIDDEN, "You are in " + mostRooms + " rooms, the most that you may be in.");
    }

    private Set<Long> load(long account) {
        return jdbi.withHandle(handle -> read(handle, account));
    }

    private static Set<Long> read(Handle handle, long account) {
        return handle.createQuery("SELECT room FROM membership WHERE account = :account")
                .bind("account", account)
                .mapTo(Long.class)
                .collectIntoSet();
    }

    void joined(long room, long account) {
        change(account, set -> set.add(room));
        changes.fire(new MembershipChanged(account, room, MembershipChanged.JOINED));
    }

    /** @param last the sequence of the event that ended it */
    void left(long room, long account, long last) {
        change(account, set -> set.remove(room));
        changes.fire(new MembershipChanged(account, room, last));
    }

    private void change(long account, Consumer<Set<Long>> change) {
        // Not computeIfPresent: that does not wait for a load that has read the database before this commit.
        rooms.asMap().compute(account, (id, before) -> {
            if (before == null) return null;
            Set<Long> after = new HashSet<>(before);
            change.accept(after);
            return Set.copyOf(after);
        });
    }

    static void insert(Handle transaction, long room, long account) {
        transaction.execute(
                "INSERT INTO membership (room, account, joined_at) VALUES (?, ?, ?)",
                room,
                account,
                System.currentTimeMillis());
    }
}
