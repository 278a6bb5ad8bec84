package org.holdfast.lab;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** A program that holds a token of a topic. */
final class Publisher {
    static final String JSON = "application/json";
    static final String TEXT = "text/plain";
    static final String BINARY = "application/octet-stream";

    private final URI base;
    private final String topic;
    private final String token;
    private final int id;

    private Publisher(URI base, String topic, JsonObject issued) {
        this.base = base;
        this.topic = topic;
        this.token = issued.getString("token");
        this.id = issued.getInt("id");
    }

    /** Makes the topic, too. */
    static Publisher of(Person admin, String topic, Map<String, ?> manner) {
        var wanted = Json.builder(Json.object(manner)).add("name", topic).build();
        admin.request("POST", "api/streams", wanted).expect(201);
        return another(admin, topic);
    }

    static Publisher another(Person admin, String topic) {
        var issued = admin.request("POST", "api/streams/" + topic + "/tokens", Json.object(Map.of("name", "robot")));
        return new Publisher(admin.base(), topic, issued.expect(201).json());
    }

    String topic() {
        return topic;
    }

    String token() {
        return token;
    }

    void revokedBy(Person admin) {
        admin.delete("api/streams/" + topic + "/tokens/" + id).expect(204);
    }

    /** The acknowledged sequence. */
    int publish(String event, Object data) {
        var body = data instanceof JsonValue ? data.toString() : "\"" + data + "\"";
        return post("?event=" + event, JSON, body.getBytes()).expect(200).json().getInt("sequence");
    }

    Answer post(String query, String type, byte[] body) {
        return Http.answer(HttpRequest.newBuilder(base.resolve("api/streams/" + topic + query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }
}
