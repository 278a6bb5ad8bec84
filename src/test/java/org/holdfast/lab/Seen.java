package org.holdfast.lab;

import jakarta.json.JsonObject;

/**
 * An event as one client saw it, or as the log has it.
 *
 * @param id the client message id, empty if the event has none
 * @param author the author's account id, as JSON text
 * @param text the message's text, or the whole body of another event
 */
public record Seen(
        long log, long sequence, String type, String id, String author, String authorName, long at, String text) {
    public static Seen of(JsonObject event) {
        var author = event.getJsonObject("author");
        var body = event.getJsonObject("body");
        return new Seen(
                event.getJsonNumber("log").longValueExact(),
                event.getJsonNumber("sequence").longValueExact(),
                event.getString("type"),
                event.getString("id", ""),
                author.get("id").toString(),
                author.getString("name"),
                event.getJsonNumber("at").longValueExact(),
                body.containsKey("text") ? body.getString("text") : body.toString());
    }

    public boolean isMessage() {
        return type.equals("message");
    }
}
