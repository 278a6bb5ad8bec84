package org.holdfast.command;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.holdfast.delivery.Caller;
import org.holdfast.log.Event;
import org.holdfast.message.Target;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Frames;

/** Something that a client does to a message that is there; acknowledged after its commit. */
abstract class MessageCommand implements Command {
    private final Unanswered unanswered;

    MessageCommand(Unanswered unanswered) {
        this.unanswered = unanswered;
    }

    /** The events of it; empty: it was so before. */
    abstract CompletionStage<List<Event>> write(Target target, Fields data);

    @Override
    public void carryOut(Caller sender, Fields data) {
        String id = Unanswered.id(data);
        Target target = new Target(sender.login().account(), data.number("room"), data.number("message"), id);
        unanswered.begin(sender);
        unanswered.await(sender, () -> write(target, data), events -> ack(target, events), id);
    }

    private static String ack(Target target, List<Event> events) {
        long sequence = events.isEmpty() ? target.message() : events.get(0).sequence();
        long at = events.isEmpty() ? System.currentTimeMillis() : events.get(0).at();
        return Frames.ack(target.clientMessageId(), target.room(), sequence, at);
    }
}
