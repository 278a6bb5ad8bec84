package org.holdfast.log;

import org.holdfast.wire.Frames;
import org.holdfast.wire.JsonText;

/**
 * A lasting change, committed: protocol section 3.2.
 *
 * @param at commit time, milliseconds since 1970
 * @param clientMessageId null: the event had none
 * @param body a JSON object
 */
public record Event(long log, long sequence, String type, long at, Author author, String clientMessageId, String body) {
    /** The type of an event that takes the content of earlier ones away. */
    public static final String REDACTION = "deleted";

    /** The body of an event whose content was taken away. */
    public static final String REDACTED = "{\"deleted\":true}";

    /** The event as a JSON object. */
    public String json() {
        StringBuilder json = new StringBuilder(body.length() + 160);
        json.append("{\"log\":").append(log).append(",\"sequence\":").append(sequence);
        json.append(",\"type\":\"").append(type).append("\",\"at\":").append(at);
        json.append(",\"author\":{\"id\":").append(author.id());
        json.append(",\"name\":").append(JsonText.quote(author.name())).append('}');
        if (clientMessageId != null) json.append(",\"id\":").append(JsonText.quote(clientMessageId));
        return json.append(",\"body\":").append(body).append('}').toString();
    }

    /** Whether it took the content of earlier events of its log away: their bodies in the store are other ones since. */
    boolean isRedaction() {
        return type.equals(REDACTION);
    }

    /** Whether its content was taken away. */
    boolean isRedacted() {
        return body.equals(REDACTED);
    }

    String frame() {
        return Frames.frame("event", json());
    }
}
