package org.holdfast.lab;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.holdfast.lab.Finding.Fault;

/** What a client has received: its view of each log, and what was wrong with what came (protocol, section 3). */
final class Inbox {
    // Written on the lane, read by tests.
    private final Map<Long, LogView> views = new ConcurrentHashMap<>();
    private final List<Finding> findings = new CopyOnWriteArrayList<>();

    LogView view(long log) {
        return views.computeIfAbsent(log, LogView::new);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    void malformed(String why) {
        findings.add(new Finding(Fault.MALFORMED, why));
    }

    /** The resume points of all logs, for {@code hello}. */
    JsonObject positions() {
        var positions = Json.builder();
        views.forEach((log, view) -> positions.add(log.toString(), view.resumePoint()));
        return positions.build();
    }

    /** Section 3.1: a log goes on where this client is, or begins anew. */
    void welcome(JsonObject welcome) {
        beginOrResume(welcome.getJsonObject("account"));
        welcome.getJsonArray("rooms").getValuesAs(JsonObject.class).forEach(this::beginOrResume);
    }

    void reset(JsonObject roomState) {
        view(logOf(roomState)).begin(roomState);
    }

    /** Section 3.2; false for a gap. */
    boolean apply(Seen event) {
        var view = views.get(event.log());
        if (view == null) {
            findings.add(new Finding(Fault.FOREIGN, "event of an unannounced log: " + event));
            return true;
        }
        var wrong = view.apply(event);
        wrong.ifPresent(findings::add);
        return wrong.isEmpty() || wrong.get().fault() != Fault.GAP;
    }

    /** Section 3.3: what was sent and did not come is a gap; false if there is one. */
    boolean compare(JsonObject heads) {
        var behind = heads.keySet().stream()
                .filter(log -> heads.getJsonNumber(log).longValueExact()
                        > view(Long.parseLong(log)).last())
                .toList();
        behind.forEach(log -> findings.add(new Finding(Fault.GAP, "log " + log + " is behind its head")));
        return behind.isEmpty();
    }

    private void beginOrResume(JsonObject roomState) {
        var view = view(logOf(roomState));
        var position = roomState.getJsonNumber("position").longValueExact();
        var resumed = view.isAt(roomState.getString("epoch"), position) && !roomState.containsKey("reset");
        if (resumed) return;
        // What was seen of it would be gone without a word; so would be what came since.
        if (!view.isNew() && !roomState.containsKey("reset"))
            findings.add(new Finding(Fault.GAP, view + " is to begin anew at " + position + ", and nobody says why"));
        view.begin(roomState);
    }

    private static long logOf(JsonObject roomState) {
        return roomState.getJsonNumber("log").longValueExact();
    }
}
