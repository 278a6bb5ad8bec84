package org.holdfast.sse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.holdfast.delivery.Beat;
import org.holdfast.delivery.Connection;
import org.holdfast.delivery.ConnectionRegistry;
import org.holdfast.delivery.Subscriber;
import org.holdfast.delivery.Uptime;
import org.holdfast.delivery.Workers;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** The open event streams: begins them, and ends those that have lived long enough. */
@ApplicationScoped
public class EventStreams {
    /** At once, so that a client sees whether something in between holds events back. */
    private static final byte[] FIRST = "retry: 2000\n: holdfast\n\n".getBytes(StandardCharsets.US_ASCII);

    private final ConnectionRegistry registry;
    private final Workers workers;
    private final int mostQueued;
    private final long lifeMillis;
    private final AtomicLong opened = new AtomicLong();
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    @Inject
    public EventStreams(ConnectionRegistry registry, Workers workers, Settings settings) {
        this.registry = registry;
        this.workers = workers;
        this.mostQueued = 2 * settings.number(Setting.FRAME_BYTES);
        this.lifeMillis = settings.duration(Setting.SSE_LIFE);
    }

    /** For the container's proxy. */
    protected EventStreams() {
        registry = null;
        workers = null;
        mostQueued = 0;
        lifeMillis = 0;
    }

    /**
     * @param registration makes it known to the registry
     * @throws org.holdfast.wire.Refusal of the registration; then nothing is written
     */
    Subscriber open(
            HttpServletRequest request,
            HttpServletResponse response,
            EventFormat format,
            Function<Connection, Subscriber> registration)
            throws IOException {
        EventStream stream = new EventStream("sse-" + opened.incrementAndGet(), format, endOfLife(Uptime.millis()));
        Subscriber subscriber = registration.apply(stream);
        try {
            GrizzlyQueue.bound(request, mostQueued);
            head(response);
            begin(stream, subscriber, request.startAsync());
        } catch (IOException | RuntimeException e) {
            registry.closed(stream);
            throw e;
        }
        return subscriber;
    }

    private static void head(HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream;charset=utf-8");
        // A proxy that buffers or compresses would hold events back until the stream ends.
        response.setHeader("Cache-Control", "no-store, no-transform");
        response.setHeader("X-Accel-Buffering", "no");
        // Open Liberty sends nothing ever when the answer was not begun before the listener came.
        response.getOutputStream().write(FIRST);
        response.flushBuffer();
    }

    private void begin(EventStream stream, Subscriber subscriber, AsyncContext async) throws IOException {
        // Liveness is ours.
        async.setTimeout(0);
        async.addListener(new StreamEnd(stream));
        stream.begin(async, subscriber, () -> registry.closed(stream));
        streams.add(stream);
    }

    /** Not all at the same moment: what was opened together after a restart would come back together each time. */
    private long endOfLife(long now) {
        if (lifeMillis == 0) return Long.MAX_VALUE;
        long fifth = lifeMillis / 5;
        return now + lifeMillis + ThreadLocalRandom.current().nextLong(-fifth, fifth + 1);
    }

    void beat(@Observes Beat beat) {
        streams.removeIf(EventStream::isEnded);
        for (EventStream stream : streams) {
            if (stream.isStuck(beat.now())) workers.closes().execute(stream::abandon);
            else if (stream.isOld(beat.now())) stream.retire();
        }
    }
}
