package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.holdfast.stream.TopicEnded;
import org.holdfast.wire.CloseCode;

/** Has a connection follow one log, the topic's. */
@ApplicationScoped
public class TopicFollowing {
    /** No session that a client could name. */
    private static final String SESSION = "";

    private final ConnectionRegistry registry;

    @Inject
    public TopicFollowing(ConnectionRegistry registry) {
        this.registry = registry;
    }

    /** For the container's proxy. */
    protected TopicFollowing() {
        registry = null;
    }

    /** Begins the delivery, after whatever is to go ahead. */
    public void begin(Subscriber subscriber, Start start) {
        subscriber.prepare(SESSION, List.of(start));
        subscriber.begin();
    }

    void ended(@Observes TopicEnded topic) {
        registry.all().stream()
                .filter(subscriber -> subscriber.logs().contains(topic.log()))
                .forEach(subscriber -> subscriber.close(CloseCode.NOT_FOUND));
    }
}
