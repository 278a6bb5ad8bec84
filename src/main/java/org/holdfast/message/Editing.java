package org.holdfast.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.log.Draft;
import org.holdfast.log.EventStore;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.holdfast.wire.Code;
import org.holdfast.wire.FrameReader;
import org.holdfast.wire.JsonText;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;

/** Its author gives a message another text. Whoever is named in it now, and was not before, is called by it. */
record Editing(Target target, MessageText text, Audience audience, Access access) implements Amendment {
    static final String TYPE = "edited";

    @Override
    public Draft event() {
        return event("");
    }

    private Draft event(String mentions) {
        return target.draft(TYPE, "\"text\":" + JsonText.quote(text.text()) + mentions);
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        List<Draft> plain = Amendment.super.drafts(transaction);
        if (plain.isEmpty() || EventStore.isUsed(transaction, event())) return plain;
        return List.of(event(Mention.member(newlyCalled(transaction))));
    }

    private List<Mention> newlyCalled(Handle transaction) {
        if (!Mentions.mayBeIn(text.text())) return List.of();
        List<String> bodies = bodies(transaction);
        List<Mention> called =
                audience.after(texts(bodies)).calledIn(transaction, target.account(), target.room(), text.text());
        Set<Long> before = calledBefore(bodies);
        if (before.contains(Mention.ALL)) return List.of();
        return called.stream()
                .filter(mention -> !before.contains(mention.account()))
                .toList();
    }

    private static List<String> texts(List<String> bodies) {
        return bodies.stream()
                .map(body -> FrameReader.readObject(body).textOr("text", Integer.MAX_VALUE, ""))
                .toList();
    }

    private static Set<Long> calledBefore(List<String> bodies) {
        return bodies.stream().flatMap(body -> Mention.calledIn(body).stream()).collect(Collectors.toSet());
    }

    /** Of the message, and of what was made of it since. */
    private List<String> bodies(Handle transaction) {
        List<Long> sequences = new ArrayList<>(Edits.of(transaction, target.room(), target.message()));
        sequences.add(target.message());
        return transaction
                .createQuery("SELECT body FROM event WHERE log = :room AND sequence IN (<sequences>)")
                .bind("room", target.room())
                .bindList("sequences", sequences)
                .mapTo(String.class)
                .list();
    }

    @Override
    public boolean change(Handle transaction) {
        access.check(transaction, target.account(), target.room(), RoomPermission.POST);
        MessageRow row = MessageRow.standing(transaction, target);
        if (row.author() != target.account().id())
            throw new Refusal(Code.FORBIDDEN, "Only its author can change a message.");
        if (text.text().equals(row.text())) return false;
        MessageRow.make(transaction, target);
        transaction.execute(
                "UPDATE message_change SET text = ?, edited_at = ? WHERE room = ? AND message = ?",
                text.text(),
                System.currentTimeMillis(),
                target.room(),
                target.message());
        remember(transaction);
        return true;
    }

    /** Where the event will be: the next of the log, which is locked, and whose counter is saved after this. */
    private void remember(Handle transaction) {
        transaction.execute(
                "INSERT INTO message_edit (room, message, sequence) SELECT id, ?, last_sequence + 1 FROM log WHERE id = ?",
                target.message(),
                target.room());
    }
}
