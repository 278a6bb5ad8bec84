package org.holdfast.websocket;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.wire.BinaryMessage;
import org.holdfast.wire.FrameReader;
import org.holdfast.wire.JsonText;
import org.holdfast.wire.Text;

/** Cuts a text of frames into messages: an event whose content is bytes is a binary message of its own. */
final class TopicMessages {
    /** Of every event with bytes; elsewhere it does no harm: it only costs a look. */
    private static final String SIGN = "\"binary\":\"";

    /** A text, or bytes: the other is null. */
    record Message(Text text, byte[] bytes) {}

    private record Cut(Text text, List<Message> messages) {}

    /** The newest: readers at the same position are sent the same text. Who loses a race makes its own. */
    private volatile Cut newest = new Cut(new Text(""), List.of());

    List<Message> of(Text text) {
        Cut cut = newest;
        if (cut.text() == text) return cut.messages();
        if (!text.toString().contains(SIGN)) return List.of(new Message(text, null));
        newest = cut = new Cut(text, cut(text.toString()));
        return cut.messages();
    }

    private static List<Message> cut(String text) {
        List<Message> messages = new ArrayList<>();
        List<String> frames = new ArrayList<>();
        for (JsonValue frame : FrameReader.readOwn(text).asJsonArray()) {
            byte[] message = binary(frame.asJsonObject());
            if (message == null) frames.add(JsonText.of(frame));
            else moveTo(messages, frames);
            if (message != null) messages.add(new Message(null, message));
        }
        moveTo(messages, frames);
        return messages;
    }

    private static void moveTo(List<Message> messages, List<String> frames) {
        if (!frames.isEmpty()) messages.add(new Message(Text.shared("[" + String.join(",", frames) + "]"), null));
        frames.clear();
    }

    /** @return null: its content is no bytes */
    private static byte[] binary(JsonObject frame) {
        JsonObject data = frame.getJsonObject("data");
        if (!frame.getString("type").equals("event")
                || !data.getJsonObject("body").containsKey("binary")) return null;
        byte[] content = Base64.getDecoder().decode(data.getJsonObject("body").getString("binary"));
        Map<String, JsonValue> rest = new LinkedHashMap<>(data);
        rest.remove("body");
        return BinaryMessage.write("{\"type\":\"event\",\"data\":" + JsonText.object(rest) + "}", content);
    }
}
