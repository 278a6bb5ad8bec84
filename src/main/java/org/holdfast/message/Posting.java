package org.holdfast.message;

import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.file.Attachments;
import org.holdfast.log.Draft;
import org.holdfast.log.EventStore;
import org.holdfast.log.Write;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.holdfast.wire.JsonText;
import org.jdbi.v3.core.Handle;

/** A message on its way into a room's log. */
record Posting(
        Account account,
        long room,
        String clientMessageId,
        MessageText text,
        Attachments files,
        Reply reply,
        Audience audience,
        Access access)
        implements Write {
    @Override
    public List<Draft> drafts(Handle transaction) {
        // First of all: the body of what was posted before names them, whoever left the room since.
        files.find(transaction, account, room);
        reply.find(transaction, room);
        if (isAlone() && EventStore.isUsed(transaction, identified())) return List.of(identified());
        // Here, not where the command came in: who was removed in between must not get a message in.
        access.check(transaction, account, room, RoomPermission.POST);
        reply.take(transaction, account.id(), room);
        files.take(transaction, clientMessageId);
        return List.of(draft(Mention.member(audience.calledIn(transaction, account, room, text.text()))));
    }

    /** With files or as a reply it changes rows, and a second one with the same id must see that the first is written. */
    @Override
    public boolean isAlone() {
        return !files.isEmpty() || !reply.isNone();
    }

    @Override
    public Draft identified() {
        return draft("");
    }

    private Draft draft(String mentions) {
        String body = "{\"text\":" + JsonText.quote(text.text()) + reply.members() + files.member() + mentions + "}";
        return new Draft(room, MessageRow.TYPE, account.author(), clientMessageId, body);
    }
}
