package org.holdfast.lab;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a poll's own, and the commands' over HTTP: protocol sections 3.5 and 4.2. */
@Tag("any-server")
class PollIT {
    private static final int MOST_CONNECTIONS = 2;

    private static Site server;
    private static Person ann;

    private long room;
    private String session;

    @BeforeAll
    static void start() {
        server = Site.shared("poll")
                .with("holdfast.connections.per.account", String.valueOf(MOST_CONNECTIONS))
                .start();
        ann = Person.signUp(server.uri(), "ann");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void meet() {
        room = ann.createRoom("room " + UUID.randomUUID());
        session = UUID.randomUUID().toString();
    }

    @Test
    void aPollThatCanGoOnIsNotWelcomedAgain() {
        var first = poll("", 0);
        assertThat(types(first)).first().isEqualTo("welcome");
        assertThat(types(first)).last().isEqualTo("next");
        assertThat(next(first).getInt("after")).isEqualTo(2_000);
        var second = poll(cursor(first), 0);
        assertThat(types(second)).containsExactly("next");
        assertThat(cursor(second)).isEqualTo(cursor(first));
        post("hear me");
        var third = poll(cursor(second), 25_000);
        assertThat(types(third)).containsExactly("event", "next");
        assertThat(next(third).getInt("after")).isZero();
        assertThat(types(poll(cursor(third), 0))).containsExactly("next");
    }

    /** Nobody's fault, and nothing that an operator has to read. */
    @Test
    void aPollWhoseClientIsGoneIsAnsweredQuietly() throws IOException {
        var said = server.output().length();
        for (int n = 0; n < 30; n++) {
            try (var socket = new Socket(ann.base().getHost(), ann.base().getPort())) {
                var request =
                        "GET /api/poll?session=" + session + "&cursor=" + cursor(poll("", 0)) + " HTTP/1.1\r\nHost: "
                                + ann.base().getAuthority() + "\r\nCookie: " + ann.cookie() + "\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                ann.get("api/session").expect(200);
                // So the server's first write fails, and not the one after it.
                socket.setSoLinger(true, 0);
            }
            post("is anybody there?");
        }
        assertThat(server.output().substring(said))
                .doesNotContain("org.glassfish.jersey")
                .doesNotContain("java.io.IOException");
    }

    @Test
    void aPollWhoseRoomsAreOthersByNowIsWelcomedAgain() {
        var before = poll("", 0);
        var other = ann.createRoom("other " + UUID.randomUUID());
        var joined = poll(cursor(before), 0);
        assertThat(types(joined)).startsWith("welcome").contains("event");
        ann.leave(other);
        var left = poll(cursor(joined), 0);
        assertThat(types(left)).startsWith("welcome");
        assertThat(types(poll(cursor(left), 0))).containsExactly("next");
    }

    @Test
    void aNewerPollOfASessionEndsTheOlderOneAndIsNotCountedTwice() {
        var cursor = cursor(poll("", 0));
        var others = List.of(held("x", cursor), held(session, cursor));
        var older = others.get(1);
        await(() -> ann.get("api/poll?wait=0&session=another").status() == 429);
        post("hear me");
        var newer = poll(cursor, 25_000);
        assertThat(types(newer)).contains("event");
        assertThat(frames(older.join().body()).toString())
                .satisfiesAnyOf(
                        closed -> assertThat(closed)
                                .isEqualTo("[{\"type\":\"closed\",\"data\":{\"code\":4409,\"name\":\"replaced\"}}]"),
                        answered -> assertThat(answered).contains("\"event\""));
    }

    /** Section 3.1: whichever of the two the server sees first. */
    @Test
    void aLongPollIsReplacedByOneOfALaterTurn() {
        var cursor = cursor(poll("", 0));
        var older = held(session + "&turn=1", cursor);
        session += "&turn=2";
        await(() -> types(poll(cursor, 0)).contains("next") && older.isDone());
        assertThat(older.join().body())
                .isEqualTo("[{\"type\":\"closed\",\"data\":{\"code\":4409,\"name\":\"replaced\"}}]");
    }

    @Test
    void whatIsWrongIsRefused() {
        for (var query : List.of("wait=-1", "wait=25001", "wait=soon", "cursor=nonsense", "session="))
            assertThat(ann.get("api/poll?" + query).expect(400).json().getString("code"))
                    .as(query)
                    .isEqualTo("bad_field");
        var outdated = Json.object(Map.of("protocol", 2, "wait", 0));
        assertThat(ann.request("POST", "api/poll", outdated).expect(200).text())
                .isEqualTo("[{\"type\":\"closed\",\"data\":{\"code\":4426,\"name\":\"upgrade\"}}]");
    }

    @Test
    void commandsAreAnsweredTogether() {
        var id = UUID.randomUUID().toString();
        var post = Json.parse(Json.frame("post", Map.of("id", id, "room", room, "text", "a")));
        var ping = Json.parse(Json.frame("ping", Map.of("n", 1)));
        var read = Json.parse(Json.frame("read", Map.of("room", room, "sequence", 1)));
        var hello = Json.parse(Json.frame("hello", Map.of("protocol", 1)));
        var answers = commands(Json.array(List.of(post, read, ping, hello)));
        // The commit may be quicker than the rest, or slower.
        assertThat(types(answers))
                .containsSubsequence("pong", "refused")
                .hasSize(3)
                .contains("ack");
        assertThat(answers.toString()).contains("\"forbidden\"");
        assertThat(commands(JsonValue.EMPTY_JSON_ARRAY)).isEmpty();
        assertThat(types(commands(read))).isEmpty();
    }

    private JsonArray commands(JsonValue body) {
        return frames(ann.request("POST", "api/commands", body).expect(200).text());
    }

    private void post(String text) {
        var id = UUID.randomUUID().toString();
        commands(Json.parse(Json.frame("post", Map.of("id", id, "room", room, "text", text))));
    }

    /** On each road of frames over HTTP, as on a WebSocket. */
    @ParameterizedTest
    @ValueSource(strings = {"api/poll", "api/commands", "sse/chat"})
    void aBodyThatIsNoJsonOrTooMuchOfItIsRefused(String path) {
        var many = IntStream.range(0, 65)
                .mapToObj(n -> Json.frame("ping", Map.of()))
                .collect(joining(",", "[", "]"));
        var bodies = List.of(
                "",
                "{",
                "\"a\"",
                "null",
                "[".repeat(10_000) + "]".repeat(10_000),
                "{\"a\":" + " ".repeat(65_536) + "1}",
                many);
        for (var body : bodies) {
            var answer = ann.post(path, body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().getString("code")).isIn("bad_frame", "bad_field");
            assertThat(answer.text()).doesNotContain("Exception", "\tat ", "org.holdfast");
        }
    }

    private JsonArray poll(String cursor, int wait) {
        return frames(ann.get("api/poll?session=" + session + "&cursor=" + cursor + "&wait=" + wait)
                .expect(200)
                .text());
    }

    private static CompletableFuture<HttpResponse<String>> held(String session, String cursor) {
        var request = ann.request("api/poll?session=" + session + "&cursor=" + cursor);
        return Http.CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        org.awaitility.Awaitility.await().until(condition);
    }

    private static JsonArray frames(String text) {
        return Json.parse(text).asJsonArray();
    }

    private static List<String> types(JsonArray frames) {
        return frames.getValuesAs(JsonObject.class).stream()
                .map(frame -> frame.getString("type"))
                .toList();
    }

    private static JsonObject next(JsonArray frames) {
        return frames.getJsonObject(frames.size() - 1).getJsonObject("data");
    }

    private static String cursor(JsonArray frames) {
        return next(frames).getString("cursor");
    }
}
