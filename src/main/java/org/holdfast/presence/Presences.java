package org.holdfast.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.holdfast.profile.ShownAs;
import org.holdfast.profile.ShownOtherwise;
import org.holdfast.profile.ShownPeople;
import org.holdfast.room.MembershipChanged;
import org.holdfast.room.Memberships;

/**
 * What the sessions of each account say of it, each on a lease: a connection that dies unseen must not keep anybody here for ever. Times are
 * of any clock that does not jump.
 */
@ApplicationScoped
public class Presences {
    private static final Logger LOG = System.getLogger(Presences.class.getName());

    /** Sessions of one account; the one that has said so longest ago is forgotten first. */
    private static final int MOST_SESSIONS = 100;

    /**
     * What one session says, and until when that is believed.
     *
     * @param isHere else another node says it, of all of its sessions
     */
    private record Lease(PresenceState state, long until, boolean isHere) {}

    private final Memberships memberships;
    private final Rosters rosters;
    private final ShownPeople shown;

    /** By account, then by session. The inner maps are never changed, but replaced. */
    private final Map<Long, Map<String, Lease>> leases = new ConcurrentHashMap<>();

    /** Accounts whose rooms are not told yet: the database was away. */
    private final Set<Long> unsettled = ConcurrentHashMap.newKeySet();

    /** Held while what the leases say is written down, so that the last to do so has read the newest. */
    private final Object order = new Object();

    /** Hears of what the sessions of this node say together, when that is another. Must not block. */
    private volatile BiConsumer<Long, PresenceState> announced = (account, state) -> {};

    @Inject
    public Presences(Memberships memberships, Rosters rosters, ShownPeople shown) {
        this.memberships = memberships;
        this.rosters = rosters;
        this.shown = shown;
    }

    /** For the container's proxy. */
    protected Presences() {
        this(null, null, null);
    }

    /** Believes a session until then. May read the database. */
    public void say(long account, String session, PresenceState state, long until) {
        if (!change(account, some -> with(some, session, new Lease(state, until, true)))) return;
        unsettled.add(account);
        settle(account);
    }

    /** Believes another node until then. Reads nothing: the rooms are told with the next {@link #expire}. */
    public void sayElsewhere(long account, String node, PresenceState state, long until) {
        // A client that names a session so only shows its own person otherwise.
        if (change(account, some -> with(some, " " + node, new Lease(state, until, false)))) unsettled.add(account);
    }

    /** Who tells the other nodes. */
    public void announceTo(BiConsumer<Long, PresenceState> listener) {
        announced = listener;
    }

    /** What the sessions of this node say, of each account of which they say anything. */
    public Map<Long, PresenceState> here() {
        Map<Long, PresenceState> here = new HashMap<>();
        leases.forEach((account, some) -> here.put(account, seen(account, stateHere(some))));
        here.values().removeIf(state -> state == PresenceState.OFFLINE);
        return here;
    }

    private static Map<String, Lease> with(Map<String, Lease> some, String session, Lease lease) {
        Map<String, Lease> more = new LinkedHashMap<>(some);
        more.remove(session);
        if (lease.state() != PresenceState.OFFLINE) more.put(session, lease);
        if (more.size() > MOST_SESSIONS) more.remove(more.keySet().iterator().next());
        return more;
    }

    /** Believes what the session said for longer. */
    public void renew(long account, String session, long until) {
        leases.computeIfPresent(account, (id, some) -> {
            Lease lease = some.get(session);
            return lease == null ? some : with(some, session, new Lease(lease.state(), until, true));
        });
    }

    /** Forgets whose time is over. May read the database; who can't be settled is with the next call. */
    public void expire(long now) {
        leases.keySet().stream()
                .filter(account -> change(account, some -> after(some, now)))
                .forEach(unsettled::add);
        unsettled.forEach(this::settle);
    }

    private static Map<String, Lease> after(Map<String, Lease> some, long now) {
        if (some.values().stream().noneMatch(lease -> lease.until() < now)) return some;
        Map<String, Lease> left = new LinkedHashMap<>(some);
        left.values().removeIf(lease -> lease.until() < now);
        return left;
    }

    /** @return whether the account's state is another now */
    private boolean change(long account, UnaryOperator<Map<String, Lease>> step) {
        AtomicBoolean isAnother = new AtomicBoolean();
        AtomicReference<PresenceState> another = new AtomicReference<>();
        leases.compute(account, (id, some) -> {
            Map<String, Lease> before = some == null ? Map.of() : some;
            Map<String, Lease> after = step.apply(before);
            isAnother.set(state(before) != state(after));
            another.set(stateHere(before) == stateHere(after) ? null : stateHere(after));
            return after.isEmpty() ? null : after;
        });
        if (another.get() != null) announced.accept(account, seen(account, another.get()));
        return isAnother.get();
    }

    /** As what others see somebody. */
    public PresenceState stateOf(long account) {
        return seen(account, state(leases.getOrDefault(account, Map.of())));
    }

    /** What the sessions say, or what their person wants to be seen as instead: nothing else leaves this class. */
    private PresenceState seen(long account, PresenceState state) {
        if (state == PresenceState.OFFLINE || shown.isInvisible(account)) return PresenceState.OFFLINE;
        return shown.of(account) == ShownAs.AWAY ? PresenceState.AWAY : state;
    }

    public boolean isOnline(long account) {
        return stateOf(account) == PresenceState.ONLINE;
    }

    private static PresenceState stateHere(Map<String, Lease> some) {
        return state(some.values().stream().filter(Lease::isHere));
    }

    private static PresenceState state(Map<String, Lease> some) {
        return state(some.values().stream());
    }

    private static PresenceState state(Stream<Lease> some) {
        return some.map(Lease::state).min(PresenceState::compareTo).orElse(PresenceState.OFFLINE);
    }

    private void settle(long account) {
        try {
            show(account);
            unsettled.remove(account);
        } catch (RuntimeException away) {
            LOG.log(Level.DEBUG, () -> "The rooms of account " + account + " are not known at the moment: " + away);
        }
    }

    private void show(long account) {
        // Before the lock: both may be read from the database.
        shown.know();
        Set<Long> rooms = memberships.roomsOf(account).keySet();
        synchronized (order) {
            PresenceState state = stateOf(account);
            rooms.forEach(room -> rosters.set(room, account, state));
        }
        // Left meanwhile: its members, too, are told no more of this account.
        rooms.stream()
                .filter(room -> !memberships.isMember(room, account))
                .forEach(room -> rosters.set(room, account, PresenceState.OFFLINE));
    }

    void changed(@Observes ShownOtherwise change) {
        Map<String, Lease> some = leases.get(change.account());
        if (some == null) return;
        PresenceState here = stateHere(some);
        if (here != PresenceState.OFFLINE) announced.accept(change.account(), seen(change.account(), here));
        unsettled.add(change.account());
        settle(change.account());
    }

    void changed(@Observes MembershipChanged change) {
        synchronized (order) {
            PresenceState state = change.isJoined() ? stateOf(change.account()) : PresenceState.OFFLINE;
            rosters.set(change.room(), change.account(), state);
        }
    }
}
