package org.holdfast.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.log.EventStore;
import org.holdfast.log.LogWriter;
import org.holdfast.room.Access;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Jdbi;

/** What people have written and not sent, for their other devices. The newest wins. */
@ApplicationScoped
public class MessageDrafts {
    /** @param head of the account's log, which later events change it from */
    public record Known(long head, List<MessageDraft> drafts) {}

    private final Jdbi jdbi;
    private final LogWriter writer;
    private final Access access;
    private final int mostLength;

    @Inject
    public MessageDrafts(Jdbi jdbi, LogWriter writer, Access access, Settings settings) {
        this.jdbi = jdbi;
        this.writer = writer;
        this.access = access;
        this.mostLength = settings.number(Setting.TEXT_LENGTH);
    }

    /** For the container's proxy. */
    protected MessageDrafts() {
        jdbi = null;
        writer = null;
        access = null;
        mostLength = 0;
    }

    /** The longest that is kept: whatever can be sent. */
    public int mostLength() {
        return mostLength;
    }

    /** In the rooms that the account is in. */
    public Known of(Account account) {
        return jdbi.withHandle(handle -> {
            // The head first: what is read after it is of then, or newer.
            long head = EventStore.head(handle, account.log());
            List<MessageDraft> drafts = handle.select(
                            "SELECT d.room, d.thread, d.text FROM message_draft d"
                                    + " JOIN membership m ON m.account = d.account AND m.room = d.room"
                                    + " WHERE d.account = ? ORDER BY d.room, d.thread",
                            account.id())
                    .map((row, context) -> new MessageDraft(row.getLong(1), row.getLong(2), row.getString(3)))
                    .list();
            return new Known(head, drafts);
        });
    }

    /** No event: there was none, and there is none. The stage may fail with {@code not_found}. */
    public CompletionStage<List<Event>> keep(Account account, MessageDraft draft) {
        return writer.submit(new Drafting(account, draft, access));
    }
}
