package org.holdfast.wire;

import jakarta.json.JsonObject;

/** One unit that came in: protocol section 2. */
public record Frame(String type, Fields data) {
    static Frame of(JsonObject object) {
        Fields fields = new Fields(object);
        return new Frame(fields.text("type", 1, 60), fields.objectOrEmpty("data"));
    }
}
