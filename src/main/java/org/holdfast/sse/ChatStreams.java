package org.holdfast.sse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.holdfast.account.Login;
import org.holdfast.account.Logins;
import org.holdfast.command.Greeting;
import org.holdfast.command.HelloData;
import org.holdfast.delivery.Beat;
import org.holdfast.delivery.ConnectionRegistry;
import org.holdfast.delivery.Subscriber;
import org.holdfast.delivery.Uptime;
import org.holdfast.delivery.Workers;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.CloseCode;

/** Joins event streams to the connections of the floor below, and ends those that have lived long enough. */
@ApplicationScoped
public class ChatStreams {
    /** At once, so that a client sees whether something in between holds events back. */
    private static final byte[] FIRST = "retry: 2000\n: holdfast\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Logins logins;
    private final ConnectionRegistry registry;
    private final Greeting greeting;
    private final Workers workers;
    private final long lifeMillis;
    private final AtomicLong opened = new AtomicLong();
    private final Set<ChatStream> streams = ConcurrentHashMap.newKeySet();

    @Inject
    public ChatStreams(
            Logins logins, ConnectionRegistry registry, Greeting greeting, Workers workers, Settings settings) {
        this.logins = logins;
        this.registry = registry;
        this.greeting = greeting;
        this.workers = workers;
        this.lifeMillis = settings.duration(Setting.SSE_LIFE);
    }

    /** For the container's proxy. */
    protected ChatStreams() {
        logins = null;
        registry = null;
        greeting = null;
        workers = null;
        lifeMillis = 0;
    }

    /** @throws org.holdfast.wire.Refusal {@code rate_limited}; then nothing is written */
    void open(HttpServletRequest request, ServletResponse response, Login login, HelloData hello) throws IOException {
        long now = Uptime.millis();
        ChatStream stream = new ChatStream("sse-" + opened.incrementAndGet(), endOfLife(now));
        Subscriber subscriber = registry.open(stream, login, hello.session(), now);
        try {
            // Open Liberty sends nothing ever when the answer was not begun before the listener came.
            response.getOutputStream().write(FIRST);
            response.flushBuffer();
            begin(stream, subscriber, request.startAsync());
        } catch (IOException | RuntimeException e) {
            registry.closed(stream);
            throw e;
        }
        // Signed out in between: whoever closes the login's connections did not see this one yet.
        if (logins.fromCookie(request.getHeader("Cookie")).isEmpty()) subscriber.close(CloseCode.POLICY);
        else greeting.greet(subscriber, hello);
    }

    private void begin(ChatStream stream, Subscriber subscriber, AsyncContext async) throws IOException {
        // Liveness is ours.
        async.setTimeout(0);
        async.addListener(new StreamEnd(stream));
        streams.add(stream);
        stream.begin(async, subscriber, () -> {
            streams.remove(stream);
            registry.closed(stream);
        });
    }

    /** Not all at the same moment: what was opened together after a restart would come back together each time. */
    private long endOfLife(long now) {
        if (lifeMillis == 0) return Long.MAX_VALUE;
        long fifth = lifeMillis / 5;
        return now + lifeMillis + ThreadLocalRandom.current().nextLong(-fifth, fifth + 1);
    }

    void beat(@Observes Beat beat) {
        for (ChatStream stream : streams) {
            if (stream.isStuck(beat.now())) workers.closes().execute(stream::end);
            else if (stream.isOld(beat.now())) stream.retire();
        }
    }
}
