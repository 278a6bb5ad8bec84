package org.holdfast.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.holdfast.account.Buckets;
import org.holdfast.account.Login;
import org.holdfast.log.Event;
import org.holdfast.log.LogWriter;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Publishes events: into the log of a durable topic, or into the memory of an ephemeral one. */
@ApplicationScoped
public class Publications {
    private final LogWriter writer;
    private final TopicLogs logs;
    private final TopicAccess access;
    private final Buckets pace;

    @Inject
    public Publications(LogWriter writer, TopicLogs logs, TopicAccess access, Settings settings) {
        this.writer = writer;
        this.logs = logs;
        this.access = access;
        this.pace = new Buckets(settings.number(Setting.STREAMS_RATE), settings.number(Setting.STREAMS_BURST));
    }

    /** For the container's proxy. */
    protected Publications() {
        writer = null;
        logs = null;
        access = null;
        pace = null;
    }

    /**
     * Publishes an event; the same client message id a second time gives the first event, in a durable topic.
     *
     * @throws org.holdfast.wire.Refusal {@code rate_limited}, {@code busy}, {@code login_required}, {@code forbidden}; the stage may fail
     *     with these too, or with {@code conflict}
     */
    public CompletionStage<Event> publish(Topic topic, Login publisher, Publication publication) {
        pace.take(publisher.account().id());
        if (!topic.isDurable()) return CompletableFuture.completedFuture(passOn(topic, publisher, publication));
        return writer.submit(new Publishing(topic, publisher, publication, access))
                .thenApply(events -> events.get(0));
    }

    private Event passOn(Topic topic, Login publisher, Publication publication) {
        access.check(topic, publisher);
        Event event = logs.open(topic).add(publication.draft(topic, publisher), System.currentTimeMillis());
        writer.passOn(List.of(event));
        return event;
    }
}
