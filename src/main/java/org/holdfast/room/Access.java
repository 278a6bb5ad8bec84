package org.holdfast.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.holdfast.account.Account;
import org.holdfast.account.Role;
import org.holdfast.account.Standings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Decides who may do what, by the roles and memberships of this moment. Every command, URL and delivery asks here. */
@ApplicationScoped
public class Access {
    private final Jdbi jdbi;
    private final Standings standings;
    private final Memberships memberships;
    private final ArchivedRooms archived;

    /** What a decision looks at; the costly parts only when it comes to them. */
    private record Facts(
            RoomRole membership,
            Supplier<Optional<Role>> role,
            Supplier<Optional<RoomKind>> kind,
            BooleanSupplier archived) {}

    @Inject
    public Access(Jdbi jdbi, Standings standings, Memberships memberships) {
        this.jdbi = jdbi;
        this.standings = standings;
        this.memberships = memberships;
        this.archived = new ArchivedRooms(jdbi);
    }

    /** For the container's proxy. */
    protected Access() {
        jdbi = null;
        standings = null;
        memberships = null;
        archived = null;
    }

    /** The rooms of which an account may be sent events. */
    public Set<Long> roomsOf(long account) {
        return memberships.roomsOf(account).keySet();
    }

    public boolean may(long account, SitePermission wanted) {
        return standings.roleOf(account).filter(wanted::isOf).isPresent();
    }

    /** The same for a write, by its transaction. */
    public boolean may(Handle transaction, long account, SitePermission wanted) {
        return standings.roleOf(transaction, account).filter(wanted::isOf).isPresent();
    }

    /** @throws Refusal {@code login_required}, {@code forbidden} */
    public void check(Account account, SitePermission wanted) {
        check(standings.roleOf(account.id()), wanted);
    }

    /** The same for a write, by its transaction. @throws Refusal {@code login_required}, {@code forbidden} */
    public void check(Handle transaction, Account account, SitePermission wanted) {
        check(standings.roleOf(transaction, account.id()), wanted);
    }

    private static void check(Optional<Role> role, SitePermission wanted) {
        if (!wanted.isOf(known(role))) throw forbidden();
    }

    public boolean may(long account, long room, RoomPermission wanted) {
        return obstacle(facts(account, room), wanted) == null;
    }

    /** @throws Refusal {@code not_found}: there is no such room for this account; {@code forbidden}, {@code login_required} */
    public void check(Account account, long room, RoomPermission wanted) {
        throwIfAny(obstacle(facts(account.id(), room), wanted));
    }

    /** The same for a write, by its transaction: nothing can come between this and the commit. */
    public void check(Handle transaction, Account account, long room, RoomPermission wanted) {
        throwIfAny(obstacle(facts(transaction, account.id(), room), wanted));
    }

    /** The same, where nothing is refused. */
    public boolean may(Handle transaction, Account account, long room, RoomPermission wanted) {
        return obstacle(facts(transaction, account.id(), room), wanted) == null;
    }

    /** Takes out whoever is less than oneself; an owner, everyone. @throws Refusal {@code forbidden} */
    void checkRank(Handle transaction, Account by, long room, RoomRole other) {
        RoomRole power = power(facts(transaction, by.id(), room), RoomRole.OWNER);
        if (power != RoomRole.OWNER && other.isAtLeast(power)) throw forbidden();
    }

    boolean isDirect(Handle transaction, long room) {
        return kind(transaction, room).filter(RoomKind.DIRECT::equals).isPresent();
    }

    /** A room was put away, or taken up again. */
    void archiveChanged(long room) {
        jdbi.useHandle(handle -> archived.changed(handle, room));
    }

    private Facts facts(long account, long room) {
        return new Facts(
                memberships.roomsOf(account).get(room),
                () -> standings.roleOf(account),
                () -> jdbi.withHandle(handle -> kind(handle, room)),
                () -> jdbi.withHandle(handle -> archived.contains(handle, room)));
    }

    private Facts facts(Handle transaction, long account, long room) {
        return new Facts(
                memberships.roomsOf(transaction, account).get(room),
                () -> standings.roleOf(transaction, account),
                () -> kind(transaction, room),
                () -> archived.contains(transaction, room));
    }

    /** @return null: there is none */
    private static Refusal obstacle(Facts facts, RoomPermission wanted) {
        if (facts.membership == null) return wanted == RoomPermission.JOIN && isOpen(facts) ? null : Rooms.notFound();
        if (!wanted.isInDirectRooms() && isOf(facts, RoomKind.DIRECT)) return forbidden();
        if (!wanted.isInArchivedRooms() && facts.archived.getAsBoolean()) return forbidden();
        return power(facts, wanted.least()).isAtLeast(wanted.least()) ? null : forbidden();
    }

    private static boolean isOpen(Facts facts) {
        return SitePermission.BROWSE.isOf(known(facts.role.get())) && isOf(facts, RoomKind.PUBLIC);
    }

    /** A program or a guest is in charge of nobody; a public room whose owner is gone is an administrator's. */
    private static RoomRole power(Facts facts, RoomRole least) {
        // A disabled account has no membership: what everyone may who has one needs no look at the role.
        if (RoomRole.MEMBER.isAtLeast(least)) return facts.membership;
        return switch (known(facts.role.get())) {
            case MEMBER -> facts.membership;
            case GUEST, BOT -> facts.membership.atMost(RoomRole.MEMBER);
            case ADMIN -> isOf(facts, RoomKind.PUBLIC) ? RoomRole.OWNER : facts.membership;
        };
    }

    private static boolean isOf(Facts facts, RoomKind kind) {
        return facts.kind.get().filter(kind::equals).isPresent();
    }

    private static Optional<RoomKind> kind(Handle handle, long room) {
        return handle.createQuery("SELECT kind FROM room WHERE log = :room")
                .bind("room", room)
                .mapTo(String.class)
                .findOne()
                .map(RoomKind::of);
    }

    private static Role known(Optional<Role> role) {
        return role.orElseThrow(() -> new Refusal(Code.LOGIN_REQUIRED, "This account is disabled."));
    }

    private static void throwIfAny(Refusal obstacle) {
        if (obstacle != null) throw obstacle;
    }

    static Refusal forbidden() {
        return new Refusal(Code.FORBIDDEN, "Your role does not allow this.");
    }
}
