package org.holdfast.delivery;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes what a connection was sent as a client has to: protocol sections 3.1 and 3.2. */
final class RoomsClient {
    private final long own;
    private final Map<Long, Long> positions = new HashMap<>();
    final List<String> gaps = new ArrayList<>();
    final List<Long> resets = new ArrayList<>();
    private int taken;

    RoomsClient(long own, long position) {
        this.own = own;
        positions.put(own, position);
    }

    /** Takes what came since the last time. */
    RoomsClient take(List<String> texts) {
        for (; taken < texts.size(); taken++)
            for (JsonValue frame :
                    Json.createReader(new StringReader(texts.get(taken))).readArray()) take(frame.asJsonObject());
        return this;
    }

    private void take(JsonObject frame) {
        JsonObject data = frame.getJsonObject("data");
        if (frame.getString("type").equals("reset")) begin(data);
        else if (frame.getString("type").equals("event")) apply(data);
    }

    private void begin(JsonObject room) {
        resets.add(number(room, "log"));
        positions.put(number(room, "log"), number(room, "position"));
    }

    private void apply(JsonObject event) {
        long log = number(event, "log");
        long sequence = number(event, "sequence");
        if (!positions.containsKey(log) || sequence <= positions.get(log)) return;
        if (sequence > positions.get(log) + 1) gaps.add(log + ": " + positions.get(log) + " → " + sequence);
        positions.put(log, sequence);
        if (log == own && event.getString("type").equals("room-left"))
            positions.remove(number(event.getJsonObject("body"), "room"));
    }

    private static long number(JsonObject object, String name) {
        return object.getJsonNumber(name).longValue();
    }

    /** How far it is in a room; null: it is in no such room. */
    Long in(long room) {
        return positions.get(room);
    }
}
