package org.holdfast.sse;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.holdfast.delivery.Cursor;
import org.holdfast.delivery.Subscriber;
import org.holdfast.wire.FrameReader;
import org.holdfast.wire.JsonText;
import org.holdfast.wire.Text;

/** The events of a topic by their own names, for any {@code EventSource}: the streams page, section 4. */
final class NamedEvents implements EventFormat {
    private static final String COMMENT = ":\n\n";

    /** Of all logs: a text is made for one log, under one epoch. */
    private static final NewestBytes LINES = new NewestBytes();

    private final long log;
    private final String epoch;

    NamedEvents(long log, String epoch) {
        this.log = log;
        this.epoch = epoch;
    }

    @Override
    public byte[][] pieces(Text text, Subscriber reader, boolean beats) {
        return new byte[][] {LINES.of(text, this::lines)};
    }

    @Override
    public boolean livesByReading() {
        return true;
    }

    private byte[] lines(Text text) {
        StringBuilder lines = new StringBuilder(text.length() + 256);
        for (JsonValue frame : FrameReader.readOwn(text.toString()).asJsonArray()) {
            JsonObject data = frame.asJsonObject().getJsonObject("data");
            switch (frame.asJsonObject().getString("type")) {
                case "event" -> event(lines, data);
                case "welcome" -> begin(lines, data.getJsonObject("topic"));
                case "reset" -> reset(lines, data);
                default -> lines.append(COMMENT);
            }
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void event(StringBuilder lines, JsonObject event) {
        id(lines, event.getJsonNumber("sequence").longValue());
        JsonObject body = event.getJsonObject("body");
        String suffix = body.containsKey("binary") ? ";base64" : "";
        lines.append("event: ").append(event.getString("type")).append(suffix).append('\n');
        data(lines, body);
    }

    private static void data(StringBuilder lines, JsonObject body) {
        if (body.containsKey("text")) for (String line : body.getString("text").split("\n", -1)) line(lines, line);
        else if (body.containsKey("binary")) line(lines, body.getString("binary"));
        else line(lines, JsonText.of(body.get("data")));
        lines.append('\n');
    }

    private static void line(StringBuilder lines, String text) {
        lines.append("data: ").append(text).append('\n');
    }

    /** An id without data is no event, and yet is where a browser comes back to. */
    private void begin(StringBuilder lines, JsonObject topic) {
        if (topic.containsKey("reset")) {
            reset(lines, topic);
        } else {
            id(lines, topic.getJsonNumber("position").longValue());
            lines.append('\n');
        }
    }

    private void reset(StringBuilder lines, JsonObject topic) {
        id(lines, topic.getJsonNumber("position").longValue());
        lines.append("event: reset\n");
        line(lines, JsonText.of(topic));
        lines.append('\n');
    }

    private void id(StringBuilder lines, long sequence) {
        lines.append("id: ").append(Cursor.of(log, sequence, epoch)).append('\n');
    }
}
