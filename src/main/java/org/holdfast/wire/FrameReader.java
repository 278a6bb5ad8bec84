package org.holdfast.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/** Turns the text of a message into frames, or refuses it with {@code bad_frame}. */
public final class FrameReader {
    private static final int MOST_NESTED = 32;

    /** Looked up once: every {@code Json.create…} may search the class path for a provider. */
    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());

    private FrameReader() {}

    /** @throws Refusal {@code bad_frame} or {@code bad_field} */
    public static List<Frame> read(String text, int mostFrames) {
        JsonValue json = parse(text);
        if (json instanceof JsonObject object) return List.of(Frame.of(object));
        if (!(json instanceof JsonArray array)) throw bad("A frame is a JSON object.");
        if (array.size() > mostFrames) throw bad("At most " + mostFrames + " frames in one message.");
        return array.stream().map(FrameReader::frame).toList();
    }

    /** A JSON object, as in the body of an HTTP request. */
    public static Fields readObject(String text) {
        if (parse(text) instanceof JsonObject object) return new Fields(object);
        throw bad("A JSON object is expected.");
    }

    /** Any JSON value. */
    public static JsonValue readValue(String text) {
        return parse(text);
    }

    /** What this server has written itself: nothing is checked. */
    public static JsonValue readOwn(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private static Frame frame(JsonValue value) {
        if (value instanceof JsonObject object) return Frame.of(object);
        throw bad("A frame is a JSON object.");
    }

    private static JsonValue parse(String text) {
        // Parsson ignores what follows the end: a second frame there would be lost without a word.
        if (!text.substring(end(text)).isBlank()) throw notJson();
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (RuntimeException e) {
            // Not only JsonException: Parsson has NumberFormatException for 1e9999999999, and others for long numbers.
            throw notJson();
        }
    }

    /**
     * Where the outermost bracket closes. Before the parser sees it: some parsers recurse, and a text that is nested deep enough ends
     * the thread.
     */
    private static int end(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') i++;
            else if (c == '"') quoted = !quoted;
            else if (!quoted) depth += nesting(c);
            if (depth > MOST_NESTED) throw bad("JSON may be nested " + MOST_NESTED + " deep.");
            if (depth <= 0 && !quoted && nesting(c) < 0) return i + 1;
        }
        return text.length();
    }

    private static int nesting(char c) {
        if (c == '{' || c == '[') return 1;
        return c == '}' || c == ']' ? -1 : 0;
    }

    private static Refusal notJson() {
        return bad("This is not JSON.");
    }

    private static Refusal bad(String message) {
        return new Refusal(Code.BAD_FRAME, message);
    }
}
