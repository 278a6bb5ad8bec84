package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.holdfast.log.Event;
import org.holdfast.message.Messages;
import org.holdfast.message.Target;
import org.holdfast.wire.Fields;

/** {@code edit}: another text for a message of one's own. */
@ApplicationScoped
class Edit extends MessageCommand {
    private final Messages messages;

    @Inject
    Edit(Messages messages, Unanswered unanswered) {
        super(unanswered);
        this.messages = messages;
    }

    /** For the container's proxy. */
    Edit() {
        super(null);
        messages = null;
    }

    @Override
    public String type() {
        return "edit";
    }

    @Override
    CompletionStage<List<Event>> write(Target target, Fields data) {
        return messages.edit(target, data.text("text", 0, Integer.MAX_VALUE));
    }
}
