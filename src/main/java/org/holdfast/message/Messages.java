package org.holdfast.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.holdfast.account.Account;
import org.holdfast.file.Attachments;
import org.holdfast.log.Event;
import org.holdfast.log.LogWriter;
import org.holdfast.presence.Presences;
import org.holdfast.room.Access;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Emoji;

/** Posts messages into rooms, and changes them. */
@ApplicationScoped
public class Messages {
    private final LogWriter writer;
    private final Access access;
    private final int mostLength;
    private final Audience audience;

    @Inject
    public Messages(LogWriter writer, Access access, Settings settings, Presences presences) {
        this.writer = writer;
        this.access = access;
        this.mostLength = settings.number(Setting.TEXT_LENGTH);
        this.audience = new Audience(settings.number(Setting.MENTIONS_PEOPLE), presences::isOnline, access);
    }

    /** For the container's proxy. */
    protected Messages() {
        writer = null;
        access = null;
        mostLength = 0;
        audience = null;
    }

    /**
     * Posts a message; the same client message id a second time gives the first event.
     *
     * @throws org.holdfast.wire.Refusal {@code bad_field}, {@code busy}; the stage may fail with {@code not_found}, {@code forbidden} or {@code conflict}
     */
    public CompletionStage<Event> post(Account account, long room, String clientMessageId, String text) {
        return post(account, room, clientMessageId, text, Attachments.of(List.of()), Reply.to(0));
    }

    /** The same, with files that the account brought into the room, when the text may be empty; and as the answer to another message. */
    public CompletionStage<Event> post(
            Account account, long room, String clientMessageId, String text, Attachments files, Reply reply) {
        ClientMessageId.check(clientMessageId);
        MessageText checked = files.isEmpty() || !text.isBlank() ? MessageText.of(text, mostLength) : MessageText.NONE;
        return writer.submit(new Posting(account, room, clientMessageId, checked, files, reply, audience, access))
                .thenApply(events -> events.get(0));
    }

    /** Gives a message of one's own another text. The stage's list is empty when it had that text; it may fail with {@code not_found}. */
    public CompletionStage<List<Event>> edit(Target target, String text) {
        return writer.submit(new Editing(target, MessageText.of(text, mostLength), audience, access));
    }

    /** Takes a message away, for ever. The stage's list is empty when it was gone. */
    public CompletionStage<List<Event>> delete(Target target) {
        return writer.submit(new Deletion(target, access));
    }

    /** Puts an emoji to a message, or takes it away. The stage's list is empty when it was so. */
    public CompletionStage<List<Event>> react(Target target, String emoji, boolean on) {
        return writer.submit(new Reacting(target, Emoji.of(emoji), on, access));
    }

    /** Pins a message, or takes the pin out. The stage's list is empty when it was so. */
    public CompletionStage<List<Event>> pin(Target target, boolean on) {
        return writer.submit(new Pinning(target, on, access));
    }
}
