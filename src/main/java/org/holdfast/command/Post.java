package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.holdfast.delivery.Caller;
import org.holdfast.file.Attachments;
import org.holdfast.message.Messages;
import org.holdfast.message.Reply;
import org.holdfast.presence.Rosters;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Frames;

/** {@code post}: a message, acknowledged after its commit. */
@ApplicationScoped
class Post implements Command {
    private final Messages messages;
    private final Rosters rosters;
    private final Unanswered unanswered;

    @Inject
    Post(Messages messages, Rosters rosters, Unanswered unanswered) {
        this.messages = messages;
        this.rosters = rosters;
        this.unanswered = unanswered;
    }

    /** For the container's proxy. */
    Post() {
        messages = null;
        rosters = null;
        unanswered = null;
    }

    @Override
    public String type() {
        return "post";
    }

    @Override
    public void carryOut(Caller sender, Fields data) {
        String id = Unanswered.id(data);
        long room = data.number("room");
        String text = data.text("text", 0, Integer.MAX_VALUE);
        Attachments files = Attachments.of(data.textsOrNone("files", Unanswered.MOST_ID));
        Reply reply = Reply.to(data.numberOr("reply", 0));
        unanswered.begin(sender);
        // Whoever has posted does not type any more.
        rosters.stopTyping(room, sender.login().account().id());
        unanswered.await(
                sender,
                () -> messages.post(sender.login().account(), room, id, text, files, reply),
                event -> Frames.ack(id, event.log(), event.sequence(), event.at()),
                id);
    }
}
