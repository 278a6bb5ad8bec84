package org.holdfast.poll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.holdfast.account.Login;
import org.holdfast.api.HeldRequest;
import org.holdfast.api.LateAnswer;
import org.holdfast.command.Greeting;
import org.holdfast.command.HelloData;
import org.holdfast.command.TopicGreeting;
import org.holdfast.command.TopicReading;
import org.holdfast.delivery.ConnectionRegistry;
import org.holdfast.delivery.Subscriber;
import org.holdfast.delivery.Uptime;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Joins polls to the connections of the floor below. */
@ApplicationScoped
public class Polls {
    /** A short poll is answered at once, unless older events are slow to be read. */
    private static final long SHORT_LIMIT_MILLIS = 5_000;

    private final ConnectionRegistry registry;
    private final Greeting greeting;
    private final TopicGreeting topicGreeting;
    private final LateAnswer late;
    private final int mostChars;
    private final long interval;
    private final AtomicLong opened = new AtomicLong();

    @Inject
    public Polls(
            ConnectionRegistry registry,
            Greeting greeting,
            TopicGreeting topicGreeting,
            LateAnswer late,
            Settings settings) {
        this.registry = registry;
        this.greeting = greeting;
        this.topicGreeting = topicGreeting;
        this.late = late;
        this.mostChars = settings.number(Setting.FRAME_BYTES);
        this.interval = settings.duration(Setting.POLL_INTERVAL);
    }

    /** For the container's proxy. */
    protected Polls() {
        registry = null;
        greeting = null;
        topicGreeting = null;
        late = null;
        mostChars = 0;
        interval = 0;
    }

    /** @throws org.holdfast.wire.Refusal {@code rate_limited} */
    void open(Login login, HelloData hello, long waitMillis, HeldRequest request) {
        Poll poll = poll(hello.cursor(), hello.showing().toldIfShown(), waitMillis, request);
        begin(poll, registry.open(poll, login, hello.session(), Uptime.millis()), waitMillis, request);
        greeting.resume(poll.subscriber(), hello);
    }

    /**
     * Of a topic.
     *
     * @param waitMillis how long it may be held until there is something; 0: not at all
     * @throws org.holdfast.wire.Refusal {@code rate_limited}
     */
    void open(TopicReading reading, boolean hasCursor, long waitMillis, HeldRequest request) {
        Poll poll = poll(reading.cursor(), null, waitMillis, request);
        begin(poll, registry.openStream(poll, reading.reader(), Uptime.millis()), waitMillis, request);
        topicGreeting.resume(poll.subscriber(), reading, hasCursor);
    }

    private Poll poll(String cursor, String told, long waitMillis, HeldRequest request) {
        Poll.Manner manner = new Poll.Manner(waitMillis == 0, mostChars, waitMillis == 0 ? interval : 0);
        return new Poll("poll-" + opened.incrementAndGet(), manner, cursor, told, over -> answer(over, request));
    }

    private void begin(Poll poll, Subscriber subscriber, long waitMillis, HeldRequest request) {
        poll.begin(subscriber);
        request.response().setTimeoutHandler(held -> cut(poll, request));
        request.response().setTimeout(waitMillis == 0 ? SHORT_LIMIT_MILLIS : waitMillis, TimeUnit.MILLISECONDS);
    }

    /** Not on the pump's thread: a response may block. It is counted no more before the client can ask again. */
    private void answer(Poll poll, HeldRequest request) {
        registry.closed(poll);
        late.give(request, poll.text());
    }

    /** The container answers for whoever does not answer within this call. */
    private void cut(Poll poll, HeldRequest request) {
        poll.cut();
        registry.closed(poll);
        late.giveHere(request, poll.text());
    }
}
