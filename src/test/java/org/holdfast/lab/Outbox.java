package org.holdfast.lab;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person posted: each message is waiting, on its way, acknowledged or refused for good (protocol, section 4). */
public final class Outbox {
    /** A connection may have 256 unanswered posts; this stays below it. */
    private static final int ON_THEIR_WAY = 200;

    private static final int RETRY_MILLIS = 1000;

    // All guarded by this object's monitor: tests post and read, the client's thread sends and hears.
    private final Map<String, Posted> posted = new LinkedHashMap<>();
    private final Map<String, Posted> waiting = new LinkedHashMap<>();
    private final Map<String, Posted> onTheirWay = new LinkedHashMap<>();
    private final Map<String, Receipt> acknowledged = new LinkedHashMap<>();
    private final Map<String, String> refused = new LinkedHashMap<>();
    private boolean keepsOrder = true;

    synchronized void add(Posted message) {
        posted.put(message.id(), message);
        waiting.put(message.id(), message);
    }

    /** Takes what may be sent now, oldest first. */
    synchronized List<Posted> take() {
        var taken = new ArrayList<Posted>();
        var all = waiting.values().iterator();
        while (all.hasNext() && onTheirWay.size() < ON_THEIR_WAY) {
            var message = all.next();
            all.remove();
            onTheirWay.put(message.id(), message);
            taken.add(message);
        }
        return taken;
    }

    /** The line is new: whatever was not answered is sent again, in the order of posting. */
    synchronized void sendAgain() {
        waiting.clear();
        onTheirWay.clear();
        posted.values().stream().filter(this::isOpen).forEach(message -> waiting.put(message.id(), message));
    }

    synchronized void acknowledge(JsonObject ack) {
        var receipt = new Receipt(
                ack.getString("id"),
                ack.getJsonNumber("room").longValueExact(),
                ack.getJsonNumber("sequence").longValueExact(),
                ack.getJsonNumber("at").longValueExact());
        settled(receipt.id());
        acknowledged.put(receipt.id(), receipt);
    }

    /** Refused for good, or for now: then the answer says after which time to send again. */
    synchronized Optional<Duration> refused(JsonObject refusal) {
        var id = refusal.getString("id", "");
        if (refusal.getBoolean("retryable")) {
            postpone(id);
            return Optional.of(Duration.ofMillis(refusal.getInt("retryAfter", RETRY_MILLIS)));
        }
        settled(id);
        refused.put(id, refusal.getString("code"));
        return Optional.empty();
    }

    /** It waits, and those behind it may overtake it. */
    private void postpone(String id) {
        var message = onTheirWay.remove(id);
        if (message == null) return;
        waiting.put(id, message);
        keepsOrder = false;
    }

    private void settled(String id) {
        waiting.remove(id);
        onTheirWay.remove(id);
    }

    private boolean isOpen(Posted message) {
        return !acknowledged.containsKey(message.id()) && !refused.containsKey(message.id());
    }

    /** Whether every post is acknowledged or refused for good. */
    public synchronized boolean isEmpty() {
        return waiting.isEmpty() && onTheirWay.isEmpty();
    }

    /** How many posts are neither acknowledged nor refused for good. */
    public synchronized int unanswered() {
        return waiting.size() + onTheirWay.size();
    }

    /** Whether this client's messages must be in the log in the order in which it posted them. */
    public synchronized boolean keepsOrder() {
        return keepsOrder;
    }

    /** All that was ever posted, in order. */
    public synchronized Map<String, Posted> posted() {
        return new LinkedHashMap<>(posted);
    }

    public synchronized Map<String, Receipt> acknowledged() {
        return new LinkedHashMap<>(acknowledged);
    }

    /** Client message id to the code of its refusal for good. */
    public synchronized Map<String, String> refused() {
        return new LinkedHashMap<>(refused);
    }
}
