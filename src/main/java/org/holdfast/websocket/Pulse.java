package org.holdfast.websocket;

import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.holdfast.delivery.Trampoline;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Text;

/** One heartbeat socket: owes pongs, and sends them one at a time. */
final class Pulse {
    private static final int MOST_OWED = 100;
    /** Nothing that it sends is long. */
    private static final long PATIENCE_MILLIS = 1_000;

    private static final Text PONG = Text.shared("pong");

    private final Session session;
    private final SocketConnection connection;
    private final AtomicInteger owed = new AtomicInteger();
    private final AtomicInteger pingsOwed = new AtomicInteger();
    private final AtomicLong pingedAt;
    private volatile long heardAt;
    private final Trampoline trampoline = new Trampoline(this::step);

    Pulse(Session session, long now) {
        this.session = session;
        this.connection = new SocketConnection(session, new TextFrames(), PATIENCE_MILLIS);
        this.pingedAt = new AtomicLong(now);
        this.heardAt = now;
    }

    String id() {
        return session.getId();
    }

    /** @return false: it asks, and does not read the answers */
    boolean pong() {
        if (owed.incrementAndGet() > MOST_OWED) return false;
        trampoline.wake();
        return true;
    }

    void heard(long now) {
        heardAt = now;
    }

    void ponged(ByteBuffer data, long now) {
        heard(now);
        connection.ponged(data);
    }

    boolean isSilent(long now, long limit) {
        return now - heardAt > limit;
    }

    boolean isDue(long now, long interval) {
        long last = pingedAt.get();
        return now - last >= interval && pingedAt.compareAndSet(last, now);
    }

    void ping() {
        pingsOwed.set(1);
        trampoline.wake();
    }

    void close(CloseCode code) {
        connection.close(code);
    }

    /** Pings go the way of the pongs: some servers (Open Liberty, Tomcat) fail a write during a write. */
    private boolean step() {
        if (pingsOwed.getAndSet(0) > 0) connection.ping();
        if (owed.get() <= 0) return false;
        connection.send(PONG, error -> {
            owed.decrementAndGet();
            trampoline.resume();
        });
        return true;
    }
}
