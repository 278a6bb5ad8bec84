package org.holdfast.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;

/** The writes that share one transaction. Refused ones drop out of it, the others get their events. */
final class Batch {
    private static final Logger LOG = System.getLogger(Batch.class.getName());

    private final Map<Pending, List<Draft>> drafts = new LinkedHashMap<>();
    private final Map<Pending, List<Event>> events = new LinkedHashMap<>();
    private final Map<Pending, Refusal> refused = new LinkedHashMap<>();

    /** Whether all is said but the commit. */
    private boolean isWritten;

    /** @param careful look for what was written before: after a unique key said that something was */
    void write(Handle transaction, EventStore store, List<Pending> writes, boolean careful, long now) {
        // Before they are authorised: who leaves a room by another node now waits until this is committed, or has left.
        Sequences sequences = Sequences.lock(transaction, guarded(writes));
        writes.forEach(pending -> draft(pending, transaction, store));
        if (careful) new Earlier(store, transaction).settle(drafts, events, refused);
        sequences.lockMore(drafts.values().stream().flatMap(List::stream).map(Draft::log));
        drafts.forEach((pending, list) -> events.put(pending, number(list, sequences, now)));
        sequences.save();
        store.insert(transaction, added());
        isWritten = true;
    }

    private static Stream<Long> guarded(List<Pending> writes) {
        return writes.stream().flatMap(pending -> pending.write().guarded().stream());
    }

    /** Whether a failure may be one of the commit, which the database has perhaps done. */
    boolean isWritten() {
        return isWritten;
    }

    private void draft(Pending pending, Handle transaction, EventStore store) {
        try {
            drafts.put(pending, pending.write().drafts(transaction));
        } catch (Refusal refusal) {
            // Alone in its transaction: the refusal goes on, and takes the rows back that it changed.
            if (pending.write().isAlone()) throw refusal;
            Optional<Event> earlier = new Earlier(store, transaction).of(pending.write());
            if (earlier.isPresent()) events.put(pending, List.of(earlier.get()));
            else refused.put(pending, refusal);
        }
    }

    private static List<Event> number(List<Draft> drafts, Sequences sequences, long now) {
        return drafts.stream()
                .map(draft -> draft.at(sequences.next(draft.log()), now))
                .toList();
    }

    /** The events that this transaction adds. */
    List<Event> added() {
        return drafts.keySet().stream()
                .flatMap(pending -> events.get(pending).stream())
                .toList();
    }

    /** Those, and what was written earlier: the commit of then may have been reported as failed, and the logs wait for it. */
    List<Event> known() {
        return events.values().stream().flatMap(List::stream).toList();
    }

    /** Brings memory in line, before the logs and the senders hear of it. */
    void committed() {
        drafts.keySet().forEach(this::committed);
    }

    /** Each by itself: the others are committed, whatever fails for this one. */
    private void committed(Pending pending) {
        try {
            pending.write().committed(events.get(pending));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Memory does not follow a write that is committed", e);
        }
    }

    /** Tells the senders. */
    void settle() {
        events.forEach((pending, written) -> pending.result().complete(written));
        refused.forEach((pending, refusal) -> pending.result().completeExceptionally(refusal));
    }
}
