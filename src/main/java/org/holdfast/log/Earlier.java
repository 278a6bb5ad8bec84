package org.holdfast.log;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;

/** Finds what a client sends again. The first event is the answer for ever; the same id for something else is a conflict. */
final class Earlier {
    private final EventStore store;
    private final Handle transaction;

    Earlier(EventStore store, Handle transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    /** Moves the writes that were done before out of the drafts. */
    void settle(Map<Pending, List<Draft>> drafts, Map<Pending, List<Event>> events, Map<Pending, Refusal> refused) {
        Iterator<Map.Entry<Pending, List<Draft>>> entries = drafts.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Pending, List<Draft>> entry = entries.next();
            Draft draft = identified(entry.getValue());
            Optional<Event> event = draft == null ? Optional.empty() : find(draft);
            if (event.isEmpty()) continue;
            if (draft.isWrittenAs(event.get())) events.put(entry.getKey(), List.of(event.get()));
            else refused.put(entry.getKey(), conflict());
            entries.remove();
        }
    }

    /** The event of a write that is refused now: what was acknowledged once stays so, whoever left the room since. */
    Optional<Event> of(Write refused) {
        Draft draft = refused.identified();
        return draft == null ? Optional.empty() : find(draft).filter(draft::isWrittenAs);
    }

    private static Draft identified(List<Draft> drafts) {
        return drafts.stream()
                .filter(draft -> draft.clientMessageId() != null)
                .findFirst()
                .orElse(null);
    }

    private Optional<Event> find(Draft draft) {
        return store.find(transaction, draft.author().id(), draft.clientMessageId());
    }

    private static Refusal conflict() {
        return new Refusal(Code.CONFLICT, "This client message id was used for another message.");
    }
}
