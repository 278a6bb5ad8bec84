package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.holdfast.account.Login;
import org.holdfast.log.Event;
import org.holdfast.stream.Credentials;
import org.holdfast.stream.Publication;
import org.holdfast.stream.Publications;
import org.holdfast.stream.Topic;
import org.holdfast.stream.TopicAccess;
import org.holdfast.wire.JsonText;

/** Publishes to a topic; what comes back is the data of an {@code ack}: the streams page, section 3. */
@ApplicationScoped
public class Emit {
    private final TopicAccess access;
    private final Publications publications;

    @Inject
    public Emit(TopicAccess access, Publications publications) {
        this.access = access;
        this.publications = publications;
    }

    /** For the container's proxy. */
    protected Emit() {
        this(null, null);
    }

    /** @throws org.holdfast.wire.Refusal of the access, {@code rate_limited}, {@code busy}; the stage may fail with {@code conflict}, too */
    public CompletionStage<String> publish(String name, Credentials shown, Publication publication) {
        Topic topic = access.topic(name, shown);
        return publish(topic, access.publisher(topic, shown), publication);
    }

    CompletionStage<String> publish(Topic topic, Login publisher, Publication publication) {
        return publications.publish(topic, publisher, publication).thenApply(Emit::ack);
    }

    private static String ack(Event event) {
        String id = event.clientMessageId();
        return "{" + (id == null ? "" : "\"id\":" + JsonText.quote(id) + ",") + "\"sequence\":" + event.sequence()
                + ",\"at\":" + event.at() + "}";
    }
}
