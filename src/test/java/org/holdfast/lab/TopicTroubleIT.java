package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.holdfast.Holds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Topics under trouble: the streams page, sections 3, 7 and 8. */
class TopicTroubleIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MUTE = 10;
    private static final int LONG_EVENTS = 300;

    private static PayaraMicro server;
    private static Person ann;
    private static Person bob;

    @BeforeAll
    static void start() {
        server = new PayaraMicro("topic-trouble")
                .with("holdfast.streams.rate", "0")
                .with("holdfast.poll.interval", "100ms")
                .with("holdfast.retention.interval", "1s")
                .with("holdfast.send.limit", "1s")
                .with("holdfast.streams.anonymous", "2")
                .with("holdfast.streams.per.account", String.valueOf(2 * MUTE))
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

    private static JsonObject state(Publisher robot) throws Exception {
        try (var reader = TopicReader.open(Transport.SHORT_POLL, bob, robot.topic(), "?since=earliest")) {
            return reader.awaits("welcome").getJsonObject("topic");
        }
    }

    private static String cursor(Publisher robot, int sequence) throws Exception {
        var topic = state(robot);
        return topic.get("log") + "." + sequence + "." + topic.getString("epoch");
    }

    @ParameterizedTest
    @EnumSource
    @Holds("streams 7: be told `reset` `expired`")
    void whatIsNotKeptAnyMoreIsSaidAndTheRestFollows(Transport transport) throws Exception {
        var robot = robot(Map.of("keepEvents", 5));
        IntStream.rangeClosed(1, 20).forEach(n -> robot.publish("n", n));
        await().atMost(SOON).until(() -> state(robot).getInt("position") == 15);
        for (var cursor : List.of(3, 14))
            try (var reader = TopicReader.open(transport, bob, robot.topic(), "?since=" + cursor(robot, cursor))) {
                var topic = reader.awaits("welcome").getJsonObject("topic");
                assertThat(topic.getString("reset")).isEqualTo("expired");
                assertThat(topic.getInt("position")).isEqualTo(15);
                assertThat(reader.awaits("event").getInt("sequence")).isEqualTo(16);
            }
        try (var reader = TopicReader.open(transport, bob, robot.topic(), "?since=" + cursor(robot, 15))) {
            assertThat(reader.next().getJsonObject("data").getInt("sequence")).isEqualTo(16);
        }
    }

    @Test
    void anEventSourceIsToldOfAResetByItsName() throws Exception {
        var robot = robot(Map.of());
        robot.publish("tick", 1);
        try (var stream = new EventLines(bob.request("sse/streams/" + robot.topic() + "?since=1.0.another")
                .build())) {
            assertThat(Json.parse(stream.data()).asJsonObject().getString("reset"))
                    .isEqualTo("epoch");
            assertThat(stream.event()).isEqualTo("reset");
            assertThat(stream.id()).isEqualTo(cursor(robot, 0));
            assertThat(stream.data()).isEqualTo("\"1\"");
            assertThat(stream.id()).isEqualTo(cursor(robot, 1));
        }
    }

    /** Each transport reads what one kill left. */
    @Test
    void whatIsAcknowledgedSurvivesAKillAndWhatIsEphemeralBeginsAnewAndSaysSo() throws Exception {
        var durable = robot(Map.of());
        var ephemeral = robot(Map.of("durable", false));
        IntStream.rangeClosed(1, 20).forEach(n -> durable.publish("n", n));
        durable.post("?event=n&id=number-21", Publisher.JSON, "21".getBytes());
        ephemeral.publish("n", 1);
        var after = cursor(durable, 10);
        var gone = cursor(ephemeral, 1);
        server.kill9();
        server.start();
        var again = durable.post("?event=n&id=number-21", Publisher.JSON, "21".getBytes());
        assertThat(again.expect(200).json().getInt("sequence")).isEqualTo(21);
        for (var transport : Transport.values()) {
            assertGoesOn(transport, durable, after);
            assertBeginsAnew(transport, ephemeral, gone);
        }
    }

    private static void assertGoesOn(Transport transport, Publisher durable, String after) throws Exception {
        try (var reader = TopicReader.open(transport, bob, durable.topic(), "?since=" + after)) {
            for (int n = 11; n <= 21; n++)
                assertThat(reader.next().getJsonObject("data").getInt("sequence"))
                        .as("by %s", transport)
                        .isEqualTo(n);
        }
    }

    private static void assertBeginsAnew(Transport transport, Publisher ephemeral, String gone) throws Exception {
        try (var reader = TopicReader.open(transport, bob, ephemeral.topic(), "?since=" + gone)) {
            var topic = reader.awaits("welcome").getJsonObject("topic");
            assertThat(topic.getString("reset")).as("by %s", transport).isEqualTo("epoch");
            assertThat(topic.getInt("head")).as("by %s", transport).isZero();
        }
    }

    @Test
    void whoReadsDoesNotNoticeThoseWhoDoNot() throws Exception {
        var robot = robot(Map.of());
        try (var mute = new MuteCrowd(ann, robot.topic(), MUTE)) {
            var sse = TopicReader.open(Transport.SSE, bob, robot.topic(), "").reading(LONG_EVENTS);
            var socket = TopicReader.open(Transport.WEBSOCKET, bob, robot.topic(), "")
                    .reading(LONG_EVENTS);
            var padding = "x".repeat(40_000);
            IntStream.range(0, LONG_EVENTS).forEach(n -> robot.publish("n", padding));
            for (var read : List.of(sse, socket))
                assertThat(read.get())
                        .isEqualTo(IntStream.rangeClosed(1, LONG_EVENTS).boxed().toList());
            assertThat(bob.get("api/session").status()).isEqualTo(200);
            mute.assertCutOffBefore(LONG_EVENTS);
        }
    }

    @Test
    void aTokenThatIsRevokedReachesItsOpenConnectionsAtOnce() throws Exception {
        var robot = robot(Map.of());
        var spared = Publisher.another(ann, robot.topic());
        try (var open = bearer(robot);
                var other = bearer(spared)) {
            open.text(Json.frame("emit", Map.of("event", "n", "data", 1)));
            await().atMost(SOON).until(() -> state(robot).getInt("head") == 1);
            robot.revokedBy(ann);
            assertThat(open.closeCode(SOON)).isEqualTo(1008);
            assertThat(robot.post("", Publisher.JSON, "1".getBytes())
                            .expect(401)
                            .json()
                            .getString("code"))
                    .isEqualTo("login_required");
            other.text(Json.frame("emit", Map.of("event", "n", "data", 2)));
            await().atMost(SOON).until(() -> state(spared).getInt("head") == 2);
        }
    }

    private static RawWebSocket bearer(Publisher robot) throws IOException {
        var shown = Map.of("Authorization", "Bearer " + robot.token());
        return RawWebSocket.open(ann.base(), "ws/streams/" + robot.topic(), shown)
                .answeringPings();
    }

    @Test
    void whoMayNotPublishOrMakeTopicsIsRefused() {
        var robot = robot(Map.of());
        var other = robot(Map.of());
        var body = Json.object(Map.of("a", 1));
        var path = "api/streams/" + robot.topic();
        assertThat(bob.request("POST", path, body).expect(403).json().getString("code"))
                .isEqualTo("forbidden");
        assertThat(Person.stranger(server.uri()).request("POST", path, body).status())
                .isEqualTo(401);
        assertThat(bob.request("POST", "api/streams/nosuch", body).status()).isEqualTo(404);
        var foreign = HttpRequest.newBuilder(server.uri().resolve(path))
                .header("Authorization", "Bearer " + other.token())
                .header("Content-Type", Publisher.JSON)
                .POST(HttpRequest.BodyPublishers.ofString("1"));
        assertThat(Http.answer(foreign.build()).status()).isEqualTo(403);
        assertThat(robot.post("", "application/xml", "<a/>".getBytes()).status())
                .isEqualTo(415);
        assertThat(robot.post("", Publisher.JSON, "{".getBytes()).status()).isEqualTo(400);
        assertThat(robot.post("", Publisher.BINARY, new byte[65_537]).status()).isEqualTo(400);
        assertThat(robot.post("?event=close", Publisher.JSON, "1".getBytes()).status())
                .isEqualTo(400);
        for (var admins : List.of("api/streams", path + "/tokens"))
            assertThat(bob.request("POST", admins, Json.object(Map.of("name", "mine")))
                            .status())
                    .isEqualTo(403);
        assertThat(bob.get(path + "/tokens").status()).isEqualTo(403);
        assertThat(bob.get("api/streams").expect(200).text()).contains(robot.topic());
        assertThat(Person.stranger(server.uri()).get("api/streams").expect(200).text())
                .doesNotContain(robot.topic());
    }

    @Test
    void aTopicThatIsDeletedSendsItsReadersAwayAndItsNameIsFree() throws Exception {
        for (var manner : List.of(Map.of("durable", true), Map.of("durable", false))) {
            var robot = robot(manner);
            robot.publish("n", 1);
            var path = "api/streams/" + robot.topic();
            try (var socket = bearer(robot);
                    var stream = new EventLines(
                            bob.request("sse/streams/" + robot.topic()).build())) {
                assertThat(stream.line()).isEqualTo("retry: 2000");
                assertThat(bob.delete(path).status()).isEqualTo(403);
                ann.delete(path).expect(204);
                assertThat(socket.closeCode(SOON)).isEqualTo(4404);
                assertThat(stream.last().getString("name")).isEqualTo("not_found");
            }
            assertThat(robot.post("", Publisher.JSON, "1".getBytes()).status()).isIn(401, 404);
            assertThat(ann.get(path + "?wait=0").status()).isEqualTo(404);
            Publisher.of(ann, robot.topic(), manner);
            assertThat(state(robot).getInt("head")).isZero();
        }
    }

    @Test
    void strangersAreOnlySoMany() throws Exception {
        var robot = robot(Map.of("public", true));
        var stranger = Person.stranger(server.uri());
        try (var one = TopicReader.open(Transport.SSE, stranger, robot.topic(), "");
                var two = TopicReader.open(Transport.SSE, stranger, robot.topic(), "")) {
            one.awaits("welcome");
            two.awaits("welcome");
            assertThat(stranger.get("sse/streams/" + robot.topic()).status()).isEqualTo(429);
            try (var member = TopicReader.open(Transport.SSE, bob, robot.topic(), "")) {
                member.awaits("welcome");
            }
        }
    }

    @Test
    void theApiAnswersWithAnEventStreamWhoAsksForOne() throws Exception {
        var robot = robot(Map.of());
        robot.publish("tick", 1);
        var request = bob.request("api/streams/" + robot.topic() + "?last=1").header("Accept", "text/event-stream");
        try (var stream = new EventLines(request.build())) {
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store, no-transform");
            assertThat(stream.data()).isEqualTo("\"1\"");
            assertThat(stream.event()).isEqualTo("tick");
        }
    }
}
