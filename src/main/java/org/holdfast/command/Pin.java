package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.holdfast.log.Event;
import org.holdfast.message.Messages;
import org.holdfast.message.Target;
import org.holdfast.wire.Fields;

/** {@code pin}: puts a message where everybody in its room finds it. */
@ApplicationScoped
class Pin extends MessageCommand {
    private final Messages messages;

    @Inject
    Pin(Messages messages, Unanswered unanswered) {
        super(unanswered);
        this.messages = messages;
    }

    /** For the container's proxy. */
    Pin() {
        super(null);
        messages = null;
    }

    @Override
    public String type() {
        return "pin";
    }

    @Override
    CompletionStage<List<Event>> write(Target target, Fields data) {
        return messages.pin(target, data.flagOr("on", true));
    }
}
