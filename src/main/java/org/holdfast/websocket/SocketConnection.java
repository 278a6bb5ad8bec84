package org.holdfast.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.function.Consumer;
import org.holdfast.delivery.Connection;
import org.holdfast.delivery.Uptime;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Text;

/**
 * A WebSocket as a connection. Containers call a text sent when it is in a queue of theirs (Grizzly keeps some megabytes for a peer that does
 * not read), so a send here is over when the peer is known to read: after each {@link Window} the peer has to answer a ping first.
 */
final class SocketConnection implements Connection {
    private static final Logger LOG = System.getLogger(SocketConnection.class.getName());
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);
    private static final int PART = 4;
    private static final int NONCE_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Session session;
    private final TextFrames frames;

    /** Null: the server is another one. */
    private final TyrusSend tyrus;

    // Guarded by this: a pong may come while the send returns.
    private final Window window;
    private int sentSincePong;
    private long heldSince;

    /** When the peer last showed that it had read a window, by {@link Uptime}; 0: never. */
    private volatile long movedAt;

    /** When the ping went that waits for its pong, by {@link Uptime}; 0: none does. */
    private volatile long pingedAt;

    private volatile long roundTrip = -1;

    /** Whether a ping goes with the next text. Of the pump alone, which runs once at a time. */
    private boolean isPingDue;

    private Consumer<Throwable> held;

    /** Whether the ping at the end of the window is written, which Liberty allows no text to overtake, and whether it is answered. */
    private boolean isPinged;

    private boolean isAnswered;

    /**
     * What the ping at the end of the window carries. Only who reads it can answer it: a peer that answers without reading would have the
     * container keep all that it is sent.
     */
    private ByteBuffer nonce = EMPTY;

    /** @param patienceMillis how long a peer may take to read what it is sent: less is sent to slow ones, so that they need a part of it */
    SocketConnection(Session session, TextFrames frames, long patienceMillis) {
        this.window = new Window(patienceMillis / PART);
        this.session = session;
        this.frames = frames;
        // By its name: elsewhere the classes that TyrusSend is made of are not there.
        this.tyrus = session.getClass().getName().startsWith("org.glassfish.tyrus.") ? TyrusSend.of(session) : null;
    }

    @Override
    public String name() {
        return "websocket-" + session.getId();
    }

    @Override
    public long movedAt() {
        return movedAt;
    }

    @Override
    public int room() {
        return window.room();
    }

    @Override
    public void send(Text text, Consumer<Throwable> sent) {
        byte[] frame = frames.of(text).bytes();
        Consumer<Throwable> written = written(frame.length, sent);
        boolean hasPing = isPingDue;
        // Before it is sent: the next one may begin before this returns.
        isPingDue = false;
        if (tyrus != null) tyrus.send(hasPing ? TextFrame.afterPing(frame) : frame, written);
        else sendText(text.toString(), written);
    }

    /** As {@link #send}. */
    void sendBinary(byte[] message, Consumer<Throwable> sent) {
        Consumer<Throwable> written = written(message.length, sent);
        if (tyrus != null) tyrus.send(TextFrame.binary(message), written);
        else sendBytes(ByteBuffer.wrap(message), written);
    }

    private Consumer<Throwable> written(int length, Consumer<Throwable> sent) {
        return error -> {
            if (error != null) sent.accept(error);
            else if (!isHeld(length, sent)) sent.accept(null);
        };
    }

    private void sendBytes(ByteBuffer bytes, Consumer<Throwable> written) {
        try {
            session.getAsyncRemote()
                    .sendBinary(bytes, result -> written.accept(result.isOK() ? null : failure(result.getException())));
        } catch (RuntimeException e) {
            // Tomcat: a closed session throws here.
            written.accept(e);
        }
    }

    private void sendText(String text, Consumer<Throwable> written) {
        try {
            session.getAsyncRemote()
                    .sendText(text, result -> written.accept(result.isOK() ? null : failure(result.getException())));
        } catch (RuntimeException e) {
            // Tomcat: a closed session throws here.
            written.accept(e);
        }
    }

    private static Throwable failure(Throwable told) {
        return told != null ? told : new IOException("The send failed, and the server does not say why");
    }

    private boolean isHeld(int length, Consumer<Throwable> sent) {
        ByteBuffer end = EMPTY;
        synchronized (this) {
            sentSincePong += length;
            if (sentSincePong < window.size()) return false;
            heldSince = Uptime.millis();
            // Before the ping goes: its pong may be faster than the return of the send.
            held = sent;
            isPinged = isAnswered = false;
            nonce = end = nonce();
        }
        boolean hasGone = ping(end.duplicate());
        goOn(() -> {
            isPinged = true;
            // No ping, no pong: the next send will tell what is wrong.
            isAnswered |= !hasGone;
        });
        return true;
    }

    /** The next send may begin once the ping is written and answered, whichever thread sees the second of them. */
    private void goOn(Runnable seen) {
        Consumer<Throwable> sent;
        synchronized (this) {
            seen.run();
            if (held == null || !isPinged || !isAnswered) return;
            sent = held;
            held = null;
            movedAt = Uptime.millis();
            window.read(sentSincePong, movedAt - heldSince);
            sentSincePong = 0;
        }
        sent.accept(null);
    }

    private static ByteBuffer nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    /** The peer has read all that was sent before the ping. */
    void ponged(ByteBuffer data) {
        if (!data.hasRemaining()) measure(Uptime.millis());
        goOn(() -> isAnswered |= data.equals(nonce));
    }

    /** What the peer lets it say: for somebody to look at, and to decide nothing by. */
    private void measure(long now) {
        if (pingedAt != 0) roundTrip = now - pingedAt;
        pingedAt = 0;
    }

    @Override
    public long roundTrip() {
        return roundTrip;
    }

    @Override
    public void ping() {
        pingedAt = Uptime.millis();
        ping(EMPTY.duplicate());
    }

    /** In one write with it, where that can be: each is a flush of its own, and idle connections are sent little else. */
    @Override
    public void pingBeforeNext() {
        if (tyrus == null) {
            ping();
            return;
        }
        pingedAt = Uptime.millis();
        isPingDue = true;
    }

    private boolean ping(ByteBuffer data) {
        try {
            session.getAsyncRemote().sendPing(data);
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, () -> "No ping for " + name() + ", which is about to end: " + e);
            return false;
        }
    }

    @Override
    public void close(CloseCode code) {
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code.number()), code.wireName()));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, () -> name() + " was gone before its close: " + e);
        }
    }
}
