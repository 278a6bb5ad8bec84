package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.holdfast.log.Event;
import org.holdfast.message.Messages;
import org.holdfast.message.Target;
import org.holdfast.wire.Fields;

/** {@code react}: an emoji to a message. */
@ApplicationScoped
class React extends MessageCommand {
    private final Messages messages;

    @Inject
    React(Messages messages, Unanswered unanswered) {
        super(unanswered);
        this.messages = messages;
    }

    /** For the container's proxy. */
    React() {
        super(null);
        messages = null;
    }

    @Override
    public String type() {
        return "react";
    }

    @Override
    CompletionStage<List<Event>> write(Target target, Fields data) {
        return messages.react(target, data.text("emoji", 1, Integer.MAX_VALUE), data.flagOr("on", true));
    }
}
