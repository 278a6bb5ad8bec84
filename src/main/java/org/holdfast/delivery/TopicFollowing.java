package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Has a connection follow one log, the topic's. */
@ApplicationScoped
public class TopicFollowing {
    /** No session that a client could name. */
    private static final String SESSION = "";

    /** Begins the delivery, after whatever is to go ahead. */
    public void begin(Subscriber subscriber, Start start) {
        subscriber.prepare(SESSION, List.of(start));
        subscriber.begin();
    }
}
