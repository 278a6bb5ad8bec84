package org.holdfast.stream;

import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.holdfast.account.Login;
import org.holdfast.log.Draft;
import org.holdfast.wire.Fields;
import org.holdfast.wire.JsonText;

/**
 * An event that somebody wants published.
 *
 * @param event its name
 * @param id the client message id; null: none
 * @param body {@code {"data": any JSON}}, {@code {"text": string}} or {@code {"binary": base64}}
 */
public record Publication(String event, String id, String body) {
    private static final String UNNAMED = "message";
    private static final int MOST_NAME = 60;
    private static final int MOST_ID = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,60}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    /** A browser's EventSource has events of its own by these names, and we have. */
    private static final Set<String> RESERVED = Set.of("open", "error", "close", "reset");

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public Publication {
        if (!NAME.matcher(event).matches())
            throw Fields.bad("event", "must have 1 to 60 characters of A-Z a-z 0-9 . _ : -");
        if (RESERVED.contains(event)) throw Fields.bad("event", "must not be one of " + RESERVED);
        if (id != null && !ID.matcher(id).matches())
            throw Fields.bad("id", "must have 8 to 64 characters of A-Z a-z 0-9 _ -");
    }

    /** @param event null: {@code message} */
    public static Publication of(String event, String id, String body) {
        return new Publication(event == null ? UNNAMED : event, id, body);
    }

    /** The data of an {@code emit} frame. */
    public static Publication of(Fields data) {
        return of(data, body(data));
    }

    /** The same, with its content beside it. */
    public static Publication of(Fields data, byte[] content) {
        return of(data, binary(content));
    }

    private static Publication of(Fields data, String body) {
        String event = data.textOr("event", MOST_NAME, UNNAMED);
        return new Publication(event, data.has("id") ? data.text("id", 0, MOST_ID) : null, body);
    }

    private static String body(Fields data) {
        if (data.has("text")) return text(data.text("text", 0, Integer.MAX_VALUE));
        if (data.has("binary")) return binary(base64(data.text("binary", 0, Integer.MAX_VALUE)));
        JsonValue value = data.value("data");
        return json(value == null ? JsonValue.NULL : value);
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw Fields.bad("binary", "must be base64");
        }
    }

    public static String json(JsonValue value) {
        return "{\"data\":" + JsonText.of(value) + "}";
    }

    /** Lines end in LF: an event stream can't tell it from CR. */
    public static String text(String text) {
        return "{\"text\":" + JsonText.quote(text.replace("\r\n", "\n").replace('\r', '\n')) + "}";
    }

    public static String binary(byte[] bytes) {
        return "{\"binary\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"}";
    }

    Draft draft(Topic topic, Login publisher) {
        return new Draft(topic.log(), event, publisher.account().author(), id, body);
    }
}
