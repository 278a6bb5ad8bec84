package org.holdfast.message;

import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.file.Attachments;
import org.holdfast.log.Draft;
import org.holdfast.log.Write;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.holdfast.wire.JsonText;
import org.jdbi.v3.core.Handle;

/** A message on its way into a room's log. */
record Posting(Account account, long room, String clientMessageId, MessageText text, Attachments files, Access access)
        implements Write {
    @Override
    public List<Draft> drafts(Handle transaction) {
        // Here, not where the command came in: who was removed in between must not get a message in.
        access.check(transaction, account, room, RoomPermission.POST);
        files.take(transaction, account, room, clientMessageId);
        return List.of(identified());
    }

    @Override
    public Draft identified() {
        String body = "{\"text\":" + JsonText.quote(text.text()) + files.member() + "}";
        return new Draft(room, "message", account.author(), clientMessageId, body);
    }
}
