package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.holdfast.api.OpenApi;

/** What the OpenAPI description says of requests and answers, by the names that {@link Routes} have. */
final class Described {
    private static final JsonObject ALL = OpenApi.read();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<JsonObject, Schema> COMPILED = new ConcurrentHashMap<>();

    private Described() {}

    static Map<String, JsonObject> operations() {
        var operations = new TreeMap<String, JsonObject>();
        ALL.getJsonObject("paths")
                .forEach((path, verbs) -> verbs.asJsonObject()
                        .forEach((verb, operation) ->
                                operations.put(verb.toUpperCase() + " " + named(path), operation.asJsonObject())));
        return operations;
    }

    /** A servlet's pattern has no names. */
    private static String named(String path) {
        return path.substring(1).replace("sse/streams/{topic}", "sse/streams/*");
    }

    static Set<String> codes() {
        return ALL
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject("Code")
                .getJsonArray("enum")
                .getValuesAs(jakarta.json.JsonString.class)
                .stream()
                .map(jakarta.json.JsonString::getString)
                .collect(Collectors.toSet());
    }

    /** The answer by its status, in place of a reference to it; null: there is none. */
    static JsonObject answer(JsonObject operation, String status) {
        var answer = operation.getJsonObject("responses").getJsonObject(status);
        return answer != null && answer.containsKey("$ref") ? resolved(answer.getString("$ref")) : answer;
    }

    private static JsonObject resolved(String reference) {
        return ALL.getValue(reference.substring(1)).asJsonObject();
    }

    /** Fails when the request or its answer is another than what is described. */
    static void check(String asked, String sent, Answer answer) {
        var operation = operations().get(asked);
        assertThat(operation).as("described: %s", asked).isNotNull();
        var body = operation.getJsonObject("requestBody");
        if (body != null && !sent.isEmpty() && answer.status() < 300) check(asked + " is sent", body, sent);
        var described = answer(operation, "" + answer.status());
        assertThat(described).as("%s is answered %s", asked, answer.status()).isNotNull();
        check(asked + " " + answer.status(), described, answer.text());
        checkCode(asked, described, answer);
    }

    /** Nothing is described where there is no JSON: bytes, and event streams. */
    private static void check(String what, JsonObject described, String text) {
        var content = described.getJsonObject("content");
        if (content == null) assertThat(text).as(what).isEmpty();
        else if (content.containsKey("application/json"))
            assertThat(schema(content.getJsonObject("application/json").getJsonObject("schema"))
                            .validate(text, InputFormat.JSON))
                    .as("%s: %s", what, text)
                    .isEmpty();
    }

    private static void checkCode(String asked, JsonObject described, Answer answer) {
        if (!described.containsKey("x-codes")) return;
        assertThat(described.getJsonArray("x-codes").toString())
                .as("%s %s", asked, answer.status())
                .contains("\"" + answer.json().getString("code") + "\"");
    }

    private static Schema schema(JsonObject schema) {
        return COMPILED.computeIfAbsent(schema, Described::compiled);
    }

    /** A member that is not described is none of an answer: a client of tomorrow may be sent more, but not by this server. */
    private static Schema compiled(JsonObject schema) {
        var whole = Json.builder()
                .add("allOf", Json.array(java.util.List.of(closed(schema))))
                .add("components", closed(ALL.getJsonObject("components")))
                .build();
        return SCHEMAS.getSchema(whole.toString(), InputFormat.JSON);
    }

    private static JsonValue closed(JsonValue value) {
        if (value.getValueType() != JsonValue.ValueType.OBJECT) return value;
        var closed = Json.builder();
        value.asJsonObject().forEach((name, member) -> closed.add(name, closed(member)));
        if (value.asJsonObject().get("properties") instanceof JsonObject) closed.add("additionalProperties", false);
        return closed.build();
    }
}
