package org.holdfast.sse;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.holdfast.delivery.Admission;
import org.holdfast.delivery.Beat;
import org.holdfast.delivery.Drain;
import org.holdfast.delivery.DrainEnded;
import org.holdfast.delivery.Uptime;
import org.holdfast.delivery.Workers;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/**
 * Tells waiting clients when to come back. Each is given its slot when it opens the stream; what concerns all goes through the
 * broadcaster. That is right here and only here: the notices are tiny and rare, and a client that misses one tries by itself.
 */
@ApplicationScoped
public class ReconnectNotices {
    private static final Logger LOG = System.getLogger(ReconnectNotices.class.getName());
    /** A client that went is found by the second write after it did, on most servers. */
    private static final long COMMENT_MILLIS = 5_000;

    private static final long LIFE_MILLIS = 300_000;

    private final Admission admission;
    private final Drain drain;
    private final Workers workers;
    private final Waiting waiting;
    private final AtomicLong commentedAt = new AtomicLong();

    /** Made with the first request: only a request brings an {@link Sse}. */
    private volatile Broadcast broadcast;

    @Inject
    public ReconnectNotices(Admission admission, Drain drain, Workers workers, Settings settings) {
        this.admission = admission;
        this.drain = drain;
        this.workers = workers;
        this.waiting = new Waiting(
                settings.number(Setting.RECONNECT_WAITING), settings.number(Setting.CONNECTIONS_PER_ACCOUNT));
    }

    /** For the container's proxy. */
    protected ReconnectNotices() {
        admission = null;
        drain = null;
        workers = null;
        waiting = null;
    }

    /** @param owner whose client it is: places are counted for each */
    void open(SseEventSink sink, Sse sse, String owner) {
        long after = admission.slot(System.nanoTime());
        // Before anybody is told to wait: without it the end of a drain tells nobody, and it may come as soon as that
        // is read.
        broadcast(sse);
        // On a thread of its own: a send may block for as long as the reader likes (Open Liberty: a minute).
        workers.closes().execute(() -> greet(sink, sse, owner, after));
    }

    private void greet(SseEventSink sink, Sse sse, String owner, long after) {
        // Before it is asked whether to wait: the end of a drain finds whoever was told to.
        if (!waiting.add(sink, owner, Uptime.millis())) end(sink, sse.newEvent("close", "{}"));
        else if (drain.isOn()) keep(sink, sse);
        else end(sink, notice(sse, after));
    }

    private void keep(SseEventSink sink, Sse sse) {
        send(sink, sse.newEvent("wait", "{\"reason\":\"draining\"}")).whenComplete((done, error) -> {
            if (error != null) waiting.remove(sink);
        });
        broadcast(sse).register(sink);
    }

    /** The last word: whoever went without reading it would be counted until a later write failed. */
    private void end(SseEventSink sink, OutboundSseEvent last) {
        send(sink, last).whenComplete((done, error) -> {
            waiting.remove(sink);
            sink.close();
        });
    }

    /** A client that went just now: its sink throws at once (JAX-RS, SseEventSink), and others come after it. */
    private static CompletionStage<?> send(SseEventSink sink, OutboundSseEvent event) {
        try {
            return sink.send(event);
        } catch (IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static OutboundSseEvent notice(Sse sse, long after) {
        return sse.newEvent("notice", "{\"after\":" + after + "}");
    }

    /** Each gets a slot of its own, so this does not go through the broadcaster. */
    void drained(@Observes DrainEnded end) {
        Broadcast all = broadcast;
        if (all == null) return;
        workers.closes()
                .execute(() ->
                        waiting.all().forEach(sink -> end(sink, notice(all.sse(), admission.slot(System.nanoTime())))));
    }

    private synchronized Broadcast broadcast(Sse sse) {
        if (broadcast == null) broadcast = new Broadcast(sse, waiting);
        return broadcast;
    }

    /** How many clients wait. */
    public int size() {
        return waiting.size();
    }

    void beat(@Observes Beat beat) {
        Broadcast all = broadcast;
        long last = commentedAt.get();
        if (all == null || beat.now() - last < COMMENT_MILLIS || !commentedAt.compareAndSet(last, beat.now())) return;
        workers.closes().execute(() -> comment(all, beat.now() - LIFE_MILLIS));
    }

    @PreDestroy
    void end() {
        Broadcast all = broadcast;
        if (all != null) all.close();
    }

    /** A comment keeps proxies from closing the stream, and finds the clients that are gone. */
    private void comment(Broadcast all, long oldest) {
        waiting.all().stream().filter(SseEventSink::isClosed).forEach(waiting::remove);
        waiting.since(oldest).forEach(sink -> end(sink, all.sse().newEvent("close", "{}")));
        all.comment();
    }

    /** The broadcaster, and what goes to everybody through it. */
    private record Broadcast(Sse sse, SseBroadcaster broadcaster) {
        Broadcast(Sse sse, Waiting waiting) {
            this(sse, sse.newBroadcaster());
            broadcaster.onClose(waiting::remove);
            broadcaster.onError((sink, error) -> waiting.remove(sink));
        }

        void register(SseEventSink sink) {
            broadcaster.register(sink);
        }

        void comment() {
            try {
                broadcaster.broadcast(sse.newEventBuilder().comment("waiting").build());
            } catch (RuntimeException e) {
                // Jersey: a subscriber that just went is "unknown"; the others got theirs.
                LOG.log(Level.DEBUG, () -> "A waiting client went away: " + e);
            }
        }

        void close() {
            broadcaster.close();
        }
    }
}
