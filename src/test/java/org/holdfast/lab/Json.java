package org.holdfast.lab;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;

/** JSON text to values and back. */
final class Json {
    // Json.createReader and its kind look the provider up on the class path at every call.
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    static JsonValue parse(String text) {
        try (var reader = PROVIDER.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    static JsonObject object(Map<String, ?> members) {
        return PROVIDER.createObjectBuilder(members).build();
    }

    static JsonArray array(Iterable<? extends JsonValue> values) {
        var array = PROVIDER.createArrayBuilder();
        values.forEach(array::add);
        return array.build();
    }

    static JsonObjectBuilder builder() {
        return PROVIDER.createObjectBuilder();
    }

    static JsonArray strings(Collection<String> values) {
        return PROVIDER.createArrayBuilder(values).build();
    }

    /** Begins with the members of another object. */
    static JsonObjectBuilder builder(JsonObject other) {
        return PROVIDER.createObjectBuilder(other);
    }

    /** A frame's text: {@code {"type": …, "data": {…}}}. */
    static String frame(String type, JsonObject data) {
        return builder().add("type", type).add("data", data).build().toString();
    }

    static String frame(String type, Map<String, ?> data) {
        return frame(type, object(data));
    }
}
