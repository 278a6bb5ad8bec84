package org.holdfast.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.holdfast.log.EventStore;
import org.holdfast.log.LogState;

/** Deletes a topic, with all that is in it. Its name is free then; a new topic of that name is another log. */
@ApplicationScoped
public class TopicDeletion {
    private final Topics topics;
    private final TopicLogs logs;
    private final EventStore store;
    private final Consumer<TopicEnded> ended;

    @Inject
    public TopicDeletion(Topics topics, TopicLogs logs, EventStore store, Event<TopicEnded> ended) {
        this(topics, logs, store, ended::fire);
    }

    TopicDeletion(Topics topics, TopicLogs logs, EventStore store, Consumer<TopicEnded> ended) {
        this.topics = topics;
        this.logs = logs;
        this.store = store;
        this.ended = ended;
    }

    /** For the container's proxy. */
    protected TopicDeletion() {
        topics = null;
        logs = null;
        store = null;
        ended = null;
    }

    /** Blocks for as long as its events take to go. */
    public void delete(Topic topic) {
        topics.delete(topic);
        logs.close(topic);
        ended.accept(new TopicEnded(topic.log()));
        // Small steps, as retention does: one statement for all would keep the log's writer waiting.
        long head = store.state(topic.log()).map(LogState::head).orElse(0L);
        for (long upTo = Retention.STEP; upTo < head; upTo += Retention.STEP) store.forget(topic.log(), upTo);
        store.forget(topic.log(), head);
    }
}
