package org.holdfast.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON strings (RFC 8259 section 7). The hot path glues frames from text that is encoded once. */
public final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    public static String quote(String value) {
        StringBuilder out = new StringBuilder(value.length() + 16).append('"');
        for (int i = 0; i < value.length(); i++) append(out, value, i);
        return out.append('"').toString();
    }

    /** A value on one line. Not its own {@code toString}: that writes half pairs, which are no UTF-8. */
    public static String of(JsonValue value) {
        if (value instanceof JsonString string) return quote(string.getString());
        if (value instanceof JsonArray array)
            return array.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
        return value instanceof JsonObject object ? object(object) : value.toString();
    }

    public static String object(Map<String, JsonValue> members) {
        return members.entrySet().stream()
                .map(member -> quote(member.getKey()) + ":" + of(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void append(StringBuilder out, String value, int index) {
        char c = value.charAt(index);
        if (c == '"' || c == '\\') out.append('\\').append(c);
        else if (c == '\n') out.append("\\n");
        else if (c < 0x20 || c == 0x7f || isLoneSurrogate(value, index)) escape(out, c);
        else out.append(c);
    }

    private static void escape(StringBuilder out, char c) {
        out.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt(c >> 8 & 15));
        out.append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
    }

    /** Half a pair can't be written as UTF-8: a peer would close with 1007 and take the whole frame with it. */
    private static boolean isLoneSurrogate(String value, int index) {
        char c = value.charAt(index);
        if (Character.isHighSurrogate(c))
            return index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1));
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(value.charAt(index - 1)));
    }
}
