package org.holdfast.lab;

import jakarta.json.JsonObject;
import java.net.http.HttpHeaders;

/** What the HTTP API answered. */
public record Answer(int status, HttpHeaders headers, String text) {
    public JsonObject json() {
        return Json.parse(text).asJsonObject();
    }

    /** The answer, if it has this status. */
    public Answer expect(int wanted) {
        if (status != wanted) throw new AssertionError("expected " + wanted + ", got " + status + ": " + text);
        return this;
    }
}
