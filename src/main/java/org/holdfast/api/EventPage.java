package org.holdfast.api;

import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.log.Event;
import org.holdfast.message.Change;
import org.holdfast.message.Changes;

/** Events of a room, and what became of them: protocol section 6.3. */
final class EventPage {
    private EventPage() {}

    static String json(List<Event> events, Changes.Page changed) {
        String became = changed.changes().stream().map(Change::json).collect(Collectors.joining(",", "[", "]"));
        return "{\"events\":" + events(events) + ",\"changes\":" + became + ",\"head\":" + changed.head() + "}";
    }

    static String events(List<Event> events) {
        return events.stream().map(Event::json).collect(Collectors.joining(",", "[", "]"));
    }
}
