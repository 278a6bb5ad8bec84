package org.holdfast.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.List;

/** What can be asked over HTTP, in OpenAPI 3.1: kept in parts, one a subject, that are put together once. */
public final class OpenApi {
    private static final List<String> PARTS = List.of(
            "holdfast", "schemas", "responses", "site", "administration", "rooms", "messages", "delivery", "streams");

    private OpenApi() {}

    public static JsonObject read() {
        return PARTS.stream().map(OpenApi::part).reduce(OpenApi::joined).orElseThrow();
    }

    private static JsonObject part(String name) {
        InputStream part = OpenApi.class.getResourceAsStream("/openapi/" + name + ".json");
        try (JsonReader reader = Json.createReader(part)) {
            return reader.readObject();
        }
    }

    private static JsonObject joined(JsonObject all, JsonObject part) {
        JsonObjectBuilder joined = Json.createObjectBuilder(all);
        part.forEach((name, value) -> joined.add(name, joined(all.get(name), value)));
        return joined.build();
    }

    private static JsonValue joined(JsonValue before, JsonValue value) {
        return before == null ? value : joined(before.asJsonObject(), value.asJsonObject());
    }
}
