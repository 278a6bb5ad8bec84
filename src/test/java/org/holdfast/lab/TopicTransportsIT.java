package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.holdfast.Holds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One contract, four roads: a topic reads the same whatever carries it (the streams page, sections 4 to 6). */
class TopicTransportsIT {
    private static final Map<String, ?> DURABLE = Map.of();
    private static final Map<String, ?> EPHEMERAL = Map.of("durable", false, "keepEvents", 20);
    private static final byte[] BYTES = {0, 1, -1, 13, 10, 127, -128};
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Site server;
    private static Person ann;
    private static Person bob;

    @BeforeAll
    static void start() {
        server = Site.shared("topic-transports")
                .with("holdfast.streams.rate", "0")
                .with("holdfast.poll.interval", "100ms")
                .start();
        ann = Person.signUp(server.uri(), "ann");
        bob = Person.signUp(server.uri(), "bob");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Publisher robot(Map<String, ?> manner) {
        return Publisher.of(ann, "t" + UUID.randomUUID(), manner);
    }

    @ParameterizedTest
    @EnumSource
    void aReaderIsSentWhatHappensFromNowOnInOrderAndOnce(Transport transport) throws Exception {
        for (var manner : new Map[] {DURABLE, EPHEMERAL}) {
            var robot = robot(manner);
            robot.publish("tick", "before");
            try (var reader = TopicReader.open(transport, bob, robot.topic(), "")) {
                var welcome = reader.awaits("welcome").getJsonObject("topic");
                assertThat(welcome.getString("name")).isEqualTo(robot.topic());
                assertThat(welcome.getInt("head")).isEqualTo(1);
                assertThat(welcome.getBoolean("publish")).isFalse();
                for (int n = 0; n < 15; n++) {
                    robot.publish("tick", n);
                    var event = reader.awaits("event");
                    assertThat(event.getInt("sequence")).isEqualTo(n + 2);
                    assertThat(event.getString("type")).isEqualTo("tick");
                    assertThat(event.getJsonObject("author").getString("name")).isEqualTo("robot");
                    assertThat(event.getJsonObject("body").getString("data")).isEqualTo(String.valueOf(n));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @Holds("streams 1: be sent all events after its cursor")
    void aReaderGoesOnAfterAnyEventThatIsKept(Transport transport) throws Exception {
        var robot = robot(DURABLE);
        IntStream.rangeClosed(1, 600).forEach(n -> robot.publish("n", n));
        try (var reader = TopicReader.open(transport, bob, robot.topic(), "?since=earliest")) {
            for (int n = 1; n <= 600; n++)
                assertThat(reader.awaits("event").getInt("sequence")).isEqualTo(n);
        }
        try (var reader = TopicReader.open(transport, bob, robot.topic(), "?last=2")) {
            assertThat(reader.awaits("event").getInt("sequence")).isEqualTo(599);
        }
        String cursor;
        try (var reader = TopicReader.open(transport, bob, robot.topic(), "")) {
            var topic = reader.awaits("welcome").getJsonObject("topic");
            cursor = topic.get("log") + ".17." + topic.getString("epoch");
        }
        try (var reader = TopicReader.open(transport, bob, robot.topic(), "?since=" + cursor)) {
            assertThat(reader.next().getJsonObject("data").getInt("sequence")).isEqualTo(18);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCursorThatTheTopicDoesNotKnowIsSaid(Transport transport) throws Exception {
        var robot = robot(DURABLE);
        robot.publish("tick", 1);
        var other = robot(DURABLE);
        JsonObject topic;
        JsonObject elsewhere;
        try (var reader = TopicReader.open(transport, bob, robot.topic(), "");
                var others = TopicReader.open(transport, bob, other.topic(), "")) {
            topic = reader.awaits("welcome").getJsonObject("topic");
            elsewhere = others.awaits("welcome").getJsonObject("topic");
        }
        var log = topic.get("log");
        assertReset(transport, robot, log + ".9." + topic.getString("epoch"), "ahead");
        assertReset(transport, robot, log + ".0.anotherepoch", "epoch");
        assertReset(transport, robot, elsewhere.get("log") + ".0." + elsewhere.getString("epoch"), "epoch");
    }

    private static void assertReset(Transport transport, Publisher robot, String cursor, String why) throws Exception {
        try (var reader = TopicReader.open(transport, bob, robot.topic(), "?since=" + cursor)) {
            var welcome = reader.awaits("welcome").getJsonObject("topic");
            assertThat(welcome.getString("reset")).as(cursor).isEqualTo(why);
            assertThat(reader.awaits("event").getInt("sequence")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void contentArrivesAsItWas(Transport transport) throws Exception {
        var robot = robot(DURABLE);
        try (var reader = TopicReader.open(transport, bob, robot.topic(), "")) {
            reader.awaits("welcome");
            robot.post(
                    "?event=a",
                    Publisher.JSON,
                    "{\"a\" : [1.50,\n\"é\\ud83d\\ude00\", null]}".getBytes(StandardCharsets.UTF_8));
            assertThat(reader.content()).isEqualTo("{\"data\":{\"a\":[1.50,\"é😀\",null]}}");
            robot.post("?event=b", Publisher.TEXT, "one\r\n\"two\"\n".getBytes(StandardCharsets.UTF_8));
            assertThat(reader.content()).isEqualTo("{\"text\":\"one\\n\\\"two\\\"\\n\"}");
            robot.post("?event=c", Publisher.BINARY, BYTES);
            robot.post("?event=d", Publisher.JSON, "null".getBytes());
            assertThat(reader.content())
                    .isEqualTo("{\"binary\":\"" + Base64.getEncoder().encodeToString(BYTES) + "\"}");
            assertThat(reader.content()).isEqualTo("{\"data\":null}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotReadIsTold(Transport transport) throws Exception {
        var robot = robot(DURABLE);
        var open = robot(Map.of("public", true));
        var stranger = Person.stranger(server.uri());
        try (var reader = TopicReader.open(transport, stranger, open.topic(), "")) {
            assertThat(reader.awaits("welcome").getJsonObject("topic").getBoolean("publish"))
                    .isFalse();
        }
        assertRefused(transport, robot.topic(), Map.of(), "4401", "401");
        assertRefused(transport, "nosuchtopic", Map.of(), "4401", "401");
        assertRefused(transport, "nosuchtopic", bob.headers(), "4404", "404");
        var foreign = Map.of("Authorization", "Bearer " + open.token());
        assertRefused(transport, robot.topic(), foreign, "4403", "403");
        var none = Map.of("Authorization", "Bearer " + "x".repeat(43));
        assertRefused(transport, open.topic(), none, "4401", "401");
        var own = Map.of("Authorization", "Bearer " + robot.token());
        try (var reader = TopicReader.open(transport, server.uri(), robot.topic(), "", own)) {
            assertThat(reader.awaits("welcome").getJsonObject("topic").getBoolean("publish"))
                    .isTrue();
        }
    }

    private static void assertRefused(
            Transport transport, String topic, Map<String, String> shown, String closeCode, String status) {
        assertThatThrownBy(() -> {
                    try (var reader = TopicReader.open(transport, server.uri(), topic, "", shown)) {
                        reader.awaits("welcome");
                    }
                })
                .hasMessageContaining(transport == Transport.WEBSOCKET ? closeCode : status);
    }

    @Test
    void aWebSocketPublishesTextsJsonAndBytesWhereMembersMay() throws Exception {
        var topic = "t" + UUID.randomUUID();
        ann.request("POST", "api/streams", Json.object(Map.of("name", topic, "publishers", "members")))
                .expect(201);
        try (var socket = RawWebSocket.open(bob.base(), "ws/streams/" + topic, bob.headers());
                var reader = TopicReader.open(Transport.WEBSOCKET, ann, topic, "")) {
            reader.awaits("welcome");
            socket.text(Json.frame("emit", Map.of("event", "move", "id", "move-0001", "data", 7)));
            socket.text(Json.frame("emit", Map.of("event", "say", "text", "hello")));
            socket.binary(withHead(Json.frame("emit", Map.of("event", "draw")), BYTES));
            assertThat(reader.content()).isEqualTo("{\"data\":7}");
            assertThat(reader.content()).isEqualTo("{\"text\":\"hello\"}");
            assertThat(reader.content()).contains(Base64.getEncoder().encodeToString(BYTES));
            assertThat(frame(socket, "ack").getInt("sequence")).isEqualTo(1);
            socket.text(Json.frame("emit", Map.of("event", "close")));
            assertThat(frame(socket, "refused").getString("code")).isEqualTo("bad_field");
            socket.text(Json.frame("delete", Map.of()));
            assertThat(frame(socket, "refused").getString("code")).isEqualTo("unknown_type");
            for (int n = 0; n < 5; n++) socket.binary(new byte[] {0, 0, 1, 0, 1});
            assertThat(socket.closeCode(PATIENCE)).isEqualTo(1008);
        }
    }

    private static byte[] withHead(String head, byte[] content) {
        var json = head.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + json.length + content.length)
                .putInt(json.length)
                .put(json)
                .put(content)
                .array();
    }

    /** The data of the next frame of a type, of those that come in texts. */
    private static JsonObject frame(RawWebSocket socket, String type) throws IOException {
        for (; ; ) {
            var message = socket.nextMessage(PATIENCE);
            if (message.opcode() != WebSocketFrame.TEXT) continue;
            for (JsonValue frame : Json.parse(message.text()).asJsonArray())
                if (frame.asJsonObject().getString("type").equals(type))
                    return frame.asJsonObject().getJsonObject("data");
        }
    }
}
