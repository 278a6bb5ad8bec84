package org.holdfast.delivery;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.account.Login;
import org.holdfast.presence.PresenceState;
import org.holdfast.presence.Told;
import org.holdfast.wire.CloseCode;

/** One connection: what it follows, what it was sent, and when it was last heard. */
public final class Subscriber implements Caller {
    private final Connection connection;
    private final Login login;
    private final Purpose purpose;
    private final Pump pump;
    private final FollowedLogs logs;
    private final Lane lane;
    private final Closing closing;
    private final long order;
    private final long openedAt;
    private final Signs signs;
    private final Conduct conduct = new Conduct();
    private final AtomicInteger postsInFlight = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Whether it waits in its lane's queue already. */
    private final AtomicBoolean queued = new AtomicBoolean();

    /** Never taken back, as {@code closed} is. */
    private volatile boolean ending;

    /** The logical client; null until its hello. */
    private volatile String session;

    /** Counts the client's connections; written before the session. */
    private volatile long turn;

    Subscriber(
            Connection connection,
            Login login,
            Purpose purpose,
            Lane lane,
            PumpSettings settings,
            Closing closing,
            long order,
            long now) {
        this.connection = connection;
        this.login = login;
        this.purpose = purpose;
        this.lane = lane;
        this.closing = closing;
        this.pump = settings.pump(connection, error -> close(CloseCode.GOING_AWAY), left -> logs().drop(left));
        this.logs = new FollowedLogs(this, pump.followed(), lane);
        this.order = order;
        this.openedAt = now;
        this.signs = new Signs(now);
    }

    @Override
    public Login login() {
        return login;
    }

    Purpose purpose() {
        return purpose;
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public boolean isWelcomed() {
        return session != null;
    }

    @Override
    public String session() {
        return session;
    }

    /** Any frame is a sign of life. */
    public void heard(long now) {
        signs.heard(now);
    }

    /** Sends a frame to this connection alone. Who asks for more answers than it reads is closed. */
    @Override
    public void reply(String frame) {
        if (pump.reply(frame)) lane.wake(this);
        else close(CloseCode.TRY_AGAIN_LATER);
    }

    public Conduct conduct() {
        return conduct;
    }

    @Override
    public AtomicInteger postsInFlight() {
        return postsInFlight;
    }

    /**
     * How far it was sent its logs. Exact only when asked within {@link Connection#send} and {@link Connection#idle}.
     *
     * @return null: it would be longer than {@code most}
     */
    public String cursor(int most) {
        return pump.cursor(most);
    }

    /** Ends the connection when it was sent what it was replied; nothing else is sent from now on. */
    public void closeAfterReplies(CloseCode code) {
        ending = true;
        pump.finish(() -> close(code));
        lane.wake(this);
    }

    /** Whether its end is decided: nothing that it asks is carried out any more. */
    public boolean isEnding() {
        return ending;
    }

    /** Ends the connection, on a thread that may wait; once. */
    public void close(CloseCode code) {
        ending = true;
        if (!closed.compareAndSet(false, true)) return;
        pump.end();
        try {
            closing.close(this, code);
        } catch (RejectedExecutionException e) {
            // Too many closes wait: the next sweep tries again.
            closed.set(false);
        }
    }

    /** The transport says that it is gone. */
    void gone() {
        ending = true;
        closed.set(true);
        pump.end();
        lane.leave(this);
    }

    /** Before its session is known, by which it is looked up. @param first the log that its client looks at; 0: none */
    public void takeTurn(long turn, long first) {
        this.turn = turn;
        pump.sendFirst(first);
    }

    long turn() {
        return turn;
    }

    /** Shows its person, and tells it who else is here; {@code OFFLINE}: neither. */
    public void present(PresenceState state) {
        pump.tellPresence(state != PresenceState.OFFLINE);
        lane.wake(this);
    }

    /** Whether its person is shown, and it is told who else is here. */
    public boolean isPresent() {
        return pump.tellsPresence();
    }

    /** How far it was told who is here. Exact as {@link #cursor} is. */
    public String told() {
        return pump.told();
    }

    /** Before its logs are prepared: its client was told up to there who is here, and goes on with that. */
    public void tellFrom(Told before) {
        logs.tellFrom(before);
    }

    /** Takes the logs; nothing is sent of them before {@link #begin}. */
    void prepare(String session, List<Start> starts) {
        logs.add(starts);
        this.session = session;
    }

    void begin() {
        pump.begin();
        logs.listen();
        lane.wake(this);
    }

    /** What it follows. */
    FollowedLogs logs() {
        return logs;
    }

    /** Whether it was not queued before. */
    boolean queue() {
        return queued.compareAndSet(false, true);
    }

    void pump() {
        queued.set(false);
        pump.wake();
    }

    /** Its next heartbeat is due now. */
    public void beatSoon() {
        signs.owesBeat();
    }

    /** @param withPing whether its peer is to show that it lives */
    void beat(long now, boolean withPing) {
        beatWithReply(now, withPing);
        lane.wake(this);
    }

    /** The heads go with the reply that follows. */
    void beatWithReply(long now, boolean withPing) {
        signs.beat(now);
        pump.beat(withPing);
    }

    /** Of two connections of a session: by the client's own count, since what it gave up may arrive after what it opened then. */
    boolean isLaterThan(Subscriber other) {
        return turn == other.turn ? order > other.order : turn > other.turn;
    }

    /** Counts those of this node. */
    long order() {
        return order;
    }

    long openedAt() {
        return openedAt;
    }

    Signs signs() {
        return signs;
    }

    /** Since when a send is in flight of which the peer takes nothing, by {@link Uptime}; 0: none is. */
    long sendingSince() {
        long begun = pump.sendingSince();
        return begun == 0 ? 0 : Math.max(begun, connection.movedAt());
    }

    /** Whether its end has begun. */
    boolean isClosed() {
        return closed.get();
    }
}
