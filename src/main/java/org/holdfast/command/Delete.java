package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.holdfast.log.Event;
import org.holdfast.message.Messages;
import org.holdfast.message.Target;
import org.holdfast.wire.Fields;

/** {@code delete}: takes a message away. */
@ApplicationScoped
class Delete extends MessageCommand {
    private final Messages messages;

    @Inject
    Delete(Messages messages, Unanswered unanswered) {
        super(unanswered);
        this.messages = messages;
    }

    /** For the container's proxy. */
    Delete() {
        super(null);
        messages = null;
    }

    @Override
    public String type() {
        return "delete";
    }

    @Override
    CompletionStage<List<Event>> write(Target target, Fields data) {
        return messages.delete(target);
    }
}
