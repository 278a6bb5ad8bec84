package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.holdfast.delivery.Caller;
import org.holdfast.file.Attachments;
import org.holdfast.log.Event;
import org.holdfast.message.Messages;
import org.holdfast.presence.Rosters;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Frames;
import org.holdfast.wire.Refusal;

/** {@code post}: a message, acknowledged after its commit. */
@ApplicationScoped
class Post implements Command {
    private static final int MOST_ID = 64;
    private static final long RETRY_MILLIS = 1_000;

    private final Messages messages;
    private final Rosters rosters;
    private final int mostInFlight;

    @Inject
    Post(Messages messages, Rosters rosters, Settings settings) {
        this.messages = messages;
        this.rosters = rosters;
        this.mostInFlight = settings.number(Setting.POSTS_IN_FLIGHT);
    }

    /** For the container's proxy. */
    Post() {
        messages = null;
        rosters = null;
        mostInFlight = 0;
    }

    @Override
    public String type() {
        return "post";
    }

    @Override
    public void carryOut(Caller sender, Fields data) {
        String id = data.text("id", 1, MOST_ID);
        long room = data.number("room");
        String text = data.text("text", 0, Integer.MAX_VALUE);
        Attachments files = Attachments.of(data.textsOrNone("files", MOST_ID));
        if (sender.postsInFlight().incrementAndGet() > mostInFlight) refuseBusy(sender);
        // Whoever has posted does not type any more.
        rosters.stopTyping(room, sender.login().account().id());
        try {
            messages.post(sender.login().account(), room, id, text, files)
                    .whenComplete((event, error) -> answer(sender, id, event, error));
        } catch (RuntimeException e) {
            sender.postsInFlight().decrementAndGet();
            throw e;
        }
    }

    private static void refuseBusy(Caller sender) {
        sender.postsInFlight().decrementAndGet();
        throw new Refusal(Code.BUSY, "Too many messages wait for their answer.", RETRY_MILLIS);
    }

    private static void answer(Caller sender, String id, Event event, Throwable error) {
        sender.postsInFlight().decrementAndGet();
        if (error == null) sender.reply(Frames.ack(id, event.log(), event.sequence(), event.at()));
        else sender.reply(Frames.refused(id, Commands.refusal(error)));
    }
}
