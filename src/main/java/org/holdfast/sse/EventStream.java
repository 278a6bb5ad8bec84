package org.holdfast.sse;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.holdfast.delivery.Connection;
import org.holdfast.delivery.Subscriber;
import org.holdfast.delivery.Uptime;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Text;

/** An event stream as a connection. */
final class EventStream implements Connection {
    private static final long GRACE_MILLIS = 5_000;

    private final String name;
    private final EventFormat format;
    private final long endsAt;

    /** Written once, before the first send. */
    private volatile Subscriber subscriber;

    // Guarded by this: it may be closed before it has begun.
    private StreamWriter writer;
    private CloseCode early;

    /** Of the pump alone. */
    private boolean beating;

    /** When to come back, for the last words; negative: not said. */
    private volatile long after = -1;

    /** When the end began, by {@link Uptime}; 0: it did not. */
    private volatile long closingSince;

    /** @param endsAt when it has lived long enough */
    EventStream(String name, EventFormat format, long endsAt) {
        this.name = name;
        this.format = format;
        this.endsAt = endsAt;
    }

    void begin(AsyncContext request, Subscriber subscriber, Runnable over) throws IOException {
        this.subscriber = subscriber;
        StreamWriter begun = new StreamWriter(request, over);
        CloseCode closed = become(begun);
        begun.begin();
        if (closed != null) close(closed);
    }

    private synchronized CloseCode become(StreamWriter begun) {
        writer = begun;
        return early;
    }

    private synchronized StreamWriter writer() {
        return writer;
    }

    void lost(Throwable error) {
        writer().lost(error);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(Text text, Consumer<Throwable> sent) {
        boolean beats = beating;
        beating = false;
        writer().write(error -> written(error, sent), format.pieces(text, subscriber, beats));
    }

    @Override
    public long movedAt() {
        StreamWriter begun = writer();
        return begun == null ? 0 : begun.movedAt();
    }

    private void written(Throwable error, Consumer<Throwable> sent) {
        if (error == null && format.livesByReading()) subscriber.heard(Uptime.millis());
        sent.accept(error);
    }

    @Override
    public void beats() {
        beating = true;
    }

    boolean isOld(long now) {
        return now > endsAt;
    }

    /** Its time is over: whoever reads it may come back at once. */
    void retire() {
        after = 0;
        subscriber.close(CloseCode.GOING_AWAY);
    }

    /** Whether its last words wait for a reader that does not read, or its end for a container that does not see that it broke. */
    boolean isStuck(long now) {
        return isLongAgo(closingSince, now) || isLongAgo(writer().brokenAt(), now);
    }

    private static boolean isLongAgo(long since, long now) {
        return since > 0 && now - since > GRACE_MILLIS;
    }

    boolean isEnded() {
        return writer().isEnded();
    }

    void abandon() {
        writer().abandon();
    }

    @Override
    public void close(CloseCode code) {
        if (isTooEarly(code)) return;
        closingSince = Uptime.millis();
        String data = "{\"code\":" + code.number() + ",\"name\":\"" + code.wireName() + "\""
                + (after < 0 ? "" : ",\"after\":" + after) + "}";
        StreamWriter writer = writer();
        writer.write(error -> writer.end(), bytes("event: close\ndata: " + data + "\n\n"));
        // Who did not read what was sent will not read this.
        if (code == CloseCode.TRY_AGAIN_LATER) writer.end();
    }

    private synchronized boolean isTooEarly(CloseCode code) {
        if (writer != null) return false;
        early = code;
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
