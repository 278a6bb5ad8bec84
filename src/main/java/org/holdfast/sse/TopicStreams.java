package org.holdfast.sse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.holdfast.command.TopicGreeting;
import org.holdfast.command.TopicReading;
import org.holdfast.delivery.ConnectionRegistry;
import org.holdfast.delivery.Subscriber;
import org.holdfast.delivery.Uptime;

/** Joins the event streams of topics to the connections of the floor below. */
@ApplicationScoped
public class TopicStreams {
    private static final EventFormat FRAMES = new FrameEvents(true);

    private final ConnectionRegistry registry;
    private final TopicGreeting greeting;
    private final EventStreams streams;

    @Inject
    public TopicStreams(ConnectionRegistry registry, TopicGreeting greeting, EventStreams streams) {
        this.registry = registry;
        this.greeting = greeting;
        this.streams = streams;
    }

    /** For the container's proxy. */
    protected TopicStreams() {
        this(null, null, null);
    }

    /**
     * @param isFramed whether the events come as frames, and not by their names
     * @throws org.holdfast.wire.Refusal {@code rate_limited}; then nothing is written
     */
    void open(HttpServletRequest request, HttpServletResponse response, TopicReading reading, boolean isFramed)
            throws IOException {
        EventFormat format = isFramed
                ? FRAMES
                : new NamedEvents(reading.log().id(), reading.log().epoch());
        Subscriber subscriber = streams.open(
                request, response, format, stream -> registry.openStream(stream, reading.reader(), Uptime.millis()));
        greeting.greet(subscriber, reading);
    }
}
