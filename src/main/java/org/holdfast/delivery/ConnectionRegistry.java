package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.holdfast.account.Login;
import org.holdfast.log.Pages;
import org.holdfast.presence.Rosters;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** The live connections of this server. */
@ApplicationScoped
public class ConnectionRegistry {
    private static final long RETRY_MILLIS = 30_000;

    private final Fanout fanout;
    private final Workers workers;
    private final PumpSettings pumps;

    /** How many more there may be, of all accounts. */
    private final Semaphore free;

    private final Places places;
    private final Bans bans;
    private final AtomicLong opened = new AtomicLong();
    private final Map<Connection, Subscriber> subscribers = new ConcurrentHashMap<>();
    private final Map<Long, Set<Subscriber>> byAccount = new ConcurrentHashMap<>();

    private volatile Consumer<Subscriber> turns = subscriber -> {};
    private volatile boolean shut;

    @Inject
    public ConnectionRegistry(Fanout fanout, Workers workers, Pages pages, Rosters rosters, Settings settings) {
        this.fanout = fanout;
        this.workers = workers;
        this.pumps = new PumpSettings(pages, rosters, settings.number(Setting.FRAME_BYTES));
        int most = settings.number(Setting.CONNECTIONS);
        this.free = new Semaphore(most == 0 ? Integer.MAX_VALUE : most);
        this.places = Places.of(settings);
        this.bans = new Bans(settings.duration(Setting.COMMANDS_BAN));
    }

    /** For the container's proxy. */
    protected ConnectionRegistry() {
        fanout = null;
        workers = null;
        pumps = null;
        free = null;
        places = null;
        bans = null;
    }

    /** @throws Refusal {@code rate_limited}: there are too many, of all or of this account, or it went on too fast before */
    public Subscriber open(Connection connection, Login login, long now) {
        return open(connection, login, null, now);
    }

    /**
     * Opens one that takes the place of an older one of its session: that one, about to be closed, is not counted.
     *
     * @param session null: not known yet
     */
    public Subscriber open(Connection connection, Login login, String session, long now) {
        return open(connection, login, session, Purpose.CHAT, now);
    }

    /** Opens one for the log of a topic, as {@link Login#NOBODY} where that is allowed. */
    public Subscriber openStream(Connection connection, Login login, long now) {
        return open(connection, login, null, Purpose.STREAM, now);
    }

    /** Whether somebody was closed for going on too fast, and has to wait. */
    public boolean hasBans(long now) {
        return !bans.areOver(now);
    }

    /**
     * For whoever can't read why a handshake fails, a browser: such a client is let in at first, to be told by the close code. Whoever was told three
     * times, by that or by answers, is not: it costs less.
     *
     * @throws Refusal {@code rate_limited}: it has to wait, and was told so often
     */
    public void checkInsistent(Login login, long now) {
        bans.checkInsistent(login.account().id(), now);
    }

    private Subscriber open(Connection connection, Login login, String session, Purpose purpose, long now) {
        if (purpose == Purpose.CHAT) bans.check(login.account().id(), now);
        if (!free.tryAcquire()) throw tooMany();
        Subscriber subscriber = new Subscriber(
                connection, login, purpose, fanout.nextLane(), pumps, this::close, opened.incrementAndGet(), now);
        try {
            byAccount.compute(login.account().id(), (id, set) -> add(set, subscriber, session));
        } catch (Refusal full) {
            free.release();
            throw full;
        }
        subscribers.put(connection, subscriber);
        // After it can be found: whoever shuts the registry at this moment sees it, or it sees that.
        if (shut) subscriber.close(CloseCode.RESTART);
        return subscriber;
    }

    private Set<Subscriber> add(Set<Subscriber> set, Subscriber subscriber, String session) {
        Set<Subscriber> some = set == null ? ConcurrentHashMap.newKeySet() : set;
        if (!places.areThere(some, subscriber, session)) throw tooMany();
        some.add(subscriber);
        return some;
    }

    private static Refusal tooMany() {
        return new Refusal(Code.RATE_LIMITED, "There are too many connections.", RETRY_MILLIS);
    }

    /** From now on new connections are sent away at once. */
    void shut() {
        shut = true;
    }

    void reopen() {
        shut = false;
    }

    boolean isShut() {
        return shut;
    }

    /** The transport says that the connection is gone; idempotent. */
    public void closed(Connection connection) {
        Subscriber subscriber = subscribers.remove(connection);
        if (subscriber == null) return;
        free.release();
        subscriber.gone();
        byAccount.computeIfPresent(subscriber.login().account().id(), (id, set) -> {
            set.remove(subscriber);
            return set.isEmpty() ? null : set;
        });
    }

    public Collection<Subscriber> all() {
        return subscribers.values();
    }

    public Set<Subscriber> ofAccount(long account) {
        return byAccount.getOrDefault(account, Set.of());
    }

    /** A session was heard by another way than its connection: that it sent something over HTTP shows that it lives. */
    public void heard(long account, String session, long now) {
        ofSession(account, session).forEach(subscriber -> subscriber.heard(now));
    }

    /** So says the client of a session, by whatever way. */
    public void tookTrip(long account, String session, long millis) {
        ofSession(account, session).forEach(subscriber -> subscriber.signs().tookTrip(millis));
    }

    List<Subscriber> ofSession(long account, String session) {
        return ofAccount(account).stream()
                .filter(subscriber -> session.equals(subscriber.session()))
                .toList();
    }

    /** Of the connections of one session the one that the client opened last stays. */
    void replaceOlder(Subscriber subscriber) {
        ofSession(subscriber.login().account().id(), subscriber.session()).stream()
                .filter(other -> other != subscriber)
                .map(other -> other.isLaterThan(subscriber) ? subscriber : other)
                .forEach(older -> older.close(CloseCode.REPLACED));
        turns.accept(subscriber);
    }

    /** Who tells the other nodes that a session has a new connection. Must not block. */
    void announceTurnsTo(Consumer<Subscriber> listener) {
        turns = listener;
    }

    /** The client has opened another one at another node. Of the same turn nobody knows which is older: they stay. */
    void replaceBefore(long account, String session, long turn) {
        ofSession(account, session).stream()
                .filter(subscriber -> subscriber.turn() < turn)
                .forEach(older -> older.close(CloseCode.REPLACED));
    }

    private void close(Subscriber subscriber, CloseCode code) {
        // Before it is gone: it may be back before the close is done.
        if (code == CloseCode.RATE_LIMITED && subscriber.purpose() == Purpose.CHAT)
            bans.add(subscriber.login().account().id(), Uptime.millis());
        workers.closes().execute(() -> {
            closed(subscriber.connection());
            subscriber.connection().close(code);
        });
    }
}
