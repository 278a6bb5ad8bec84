package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.holdfast.Holds;
import org.holdfast.lab.Abuser;
import org.holdfast.lab.Answer;
import org.holdfast.lab.Person;
import org.holdfast.lab.RawWebSocket;
import org.holdfast.lab.Seen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Every limit that a setting sets, and what is told to whoever reaches it (protocol, sections 4, 5.1 and 7). */
class LimitsIT {
    private static final String PING = "{\"type\":\"ping\",\"data\":{}}";
    private static final Duration SOON = Duration.ofSeconds(10);

    private static TightServer server;

    private Person mallory;

    @BeforeAll
    static void start() throws IOException {
        server = new TightServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void signUp(TestInfo test) {
        mallory = person(test.getTestMethod().orElseThrow().getName());
    }

    private static Person person(String name) {
        return Person.signUp(server.uri(), name.substring(0, Math.min(50, name.length())));
    }

    @Test
    @Holds("7: bytes of a message")
    void aMessageThatIsTooLongEndsItsConnectionInOnePieceOrInMany() throws IOException {
        var half = " ".repeat(TightServer.MESSAGE_BYTES / 2);
        try (var whole = RawWebSocket.of(mallory);
                var pieces = RawWebSocket.of(mallory)) {
            whole.text(half + half + " ");
            // What a container's own engine says in the program's place.
            assertThat(whole.closeCode(SOON)).isIn(1009, 1003);
            pieces.fragments(List.of(half, half, " "));
            assertThat(pieces.closeCode(SOON)).isIn(1009, 1003);
        }
    }

    @Test
    @Holds("7: compression")
    void compressionIsNotAcceptedAndSoACompressedFrameEndsItsConnection() throws IOException {
        var offer = Map.of(
                "Origin",
                mallory.origin(),
                "Cookie",
                mallory.cookie(),
                "Sec-WebSocket-Extensions",
                "permessage-deflate; client_max_window_bits");
        try (var socket = RawWebSocket.open(server.uri(), "ws/chat", offer)) {
            assertThat(socket.status()).isEqualTo(101);
            assertThat(socket.head()).noneMatch(line -> line.toLowerCase().startsWith("sec-websocket-extensions"));
            socket.raw(new byte[] {(byte) 0xC1, (byte) 0x82, 0, 0, 0, 0, 3, 0});
            assertThat(socket.closeCode(SOON)).isIn(1002, 1006);
        }
    }

    @Test
    @Holds({
        "7: commands and `api/rooms` requests of an account",
        "7: when an account that was closed so may connect again"
    })
    void whoSendsTooFastIsToldWhenToGoOnAndInTheEndIsClosed() throws IOException {
        try (var flood = Abuser.greeted(mallory)) {
            // In one message: while many are sent one by one, on a slow machine, the next ones are allowed.
            var many = IntStream.range(0, 60).mapToObj(n -> PING).collect(Collectors.joining(",", "[", "]"));
            flood.say(many);
            var refusal = flood.awaits("refused");
            assertThat(refusal.getString("code")).isEqualTo("rate_limited");
            assertThat(refusal.getBoolean("retryable")).isTrue();
            assertThat(refusal.getInt("retryAfter")).isBetween(1, 100);
            // It reads what it is told, as fast as it can, and now and then a command of it is in pace.
            flood.say(many);
            assertThatThrownBy(() -> {
                        for (; ; flood.say(many)) for (int n = 0; n < 60; n++) flood.awaits("refused", "pong");
                    })
                    .hasMessage("closed with 4429");
        }
        isNotLetIn();
    }

    private void isNotLetIn() throws IOException {
        for (int told = 0; told < 3; told++)
            try (var again = RawWebSocket.of(mallory)) {
                assertThat(again.closeCode(SOON)).isEqualTo(4429);
            }
        try (var insistent = RawWebSocket.of(mallory)) {
            assertThat(insistent.status()).isEqualTo(429);
        }
        var poll = mallory.get("api/poll?wait=0&session=again");
        assertThat(poll.status()).isEqualTo(429);
        assertThat(Integer.parseInt(poll.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 10);
        Abuser.greeted(person("patience")).close();
    }

    /** Section 6: requests count as commands do. */
    @Test
    void whoAsksTooFastOverHttpIsToldWhenToGoOn() {
        var room = mallory.createRoom("asked");
        var refusal = tooFast("GET", "api/rooms/" + room + "/events");
        assertThat(refusal.json().getString("code")).isEqualTo("rate_limited");
        assertThat(refusal.headers().firstValue("Retry-After")).hasValue("1");
        tooFast("GET", "api/rooms");
        tooFast("GET", "api/search?q=hello");
        tooFast("GET", "api/rooms/" + room + "/members");
        tooFast("POST", "api/rooms/" + room + "/join");
        for (var path : List.of("api/rooms/0/leave", "api/tokens", "api/invitations")) tooFast("POST", path);
    }

    private Answer tooFast(String method, String path) {
        return IntStream.range(0, 5_000)
                .parallel()
                .mapToObj(n -> method.equals("GET")
                        ? mallory.get(path)
                        : mallory.request(method, path, JsonValue.EMPTY_JSON_OBJECT))
                .filter(answer -> answer.status() == 429)
                .findAny()
                .orElseThrow();
    }

    @Test
    @Holds("7: connections of an account")
    void oneConnectionTooManyOfAnAccountIsClosed() throws IOException {
        var open = new ArrayList<Abuser>();
        for (int n = 0; n < TightServer.CONNECTIONS_PER_ACCOUNT; n++) open.add(Abuser.greeted(mallory));
        try (var more = RawWebSocket.of(mallory);
                var other = Abuser.greeted(person("somebody else"))) {
            assertThat(more.closeCode(SOON)).isEqualTo(4429);
            open.get(0).say(PING);
            open.get(0).awaits("pong");
        }
        for (var each : open) each.close();
    }

    @Test
    @Holds("7: connections of an account, and of all")
    void oneConnectionTooManyOfAllIsClosed() throws IOException {
        var open = new ArrayList<Abuser>();
        try {
            for (int n = 0; n < TightServer.CONNECTIONS / TightServer.CONNECTIONS_PER_ACCOUNT; n++) {
                var each = person("one of many " + n);
                for (int k = 0; k < TightServer.CONNECTIONS_PER_ACCOUNT; k++) open.add(Abuser.greeted(each));
            }
            try (var more = RawWebSocket.of(mallory)) {
                assertThat(more.closeCode(SOON)).isEqualTo(4429);
            }
        } finally {
            for (var each : open) each.close();
        }
    }

    @Test
    @Holds("7: rooms of an account")
    void oneRoomTooManyIsForbidden() {
        var other = person("host");
        var open = other.createRoom("open house");
        for (int n = 0; n < TightServer.ROOMS; n++) mallory.createRoom("room of mallory " + n);
        var name = Json.createObjectBuilder().add("name", "one more").build();
        assertThat(mallory.request("POST", "api/rooms", name).expect(403).json().getString("code"))
                .isEqualTo("forbidden");
        var join = mallory.request("POST", "api/rooms/" + open + "/join", JsonValue.EMPTY_JSON_OBJECT);
        assertThat(join.expect(403).json().getString("code")).isEqualTo("forbidden");
    }

    @Test
    @Holds({"7: time until `hello`", "3.1: send `hello` first"})
    void whoSaysNoHelloIsClosed() throws IOException {
        try (var silent = RawWebSocket.of(mallory)) {
            assertThat(silent.closeCode(SOON)).isEqualTo(4408);
        }
    }

    @Test
    @Holds("7: commands that wait to be written")
    void aFullQueueIsBusyAndLosesNothingThatItTook() throws IOException {
        var room = mallory.createRoom("queue");
        var people = List.of(mallory, person("second"), person("third"), person("fourth"));
        people.stream().skip(1).forEach(each -> each.join(room));
        var talkers = new ArrayList<Talker>();
        for (var each : people) talkers.add(new Talker(Abuser.greeted(each), room));
        server.freezeDatabase();
        try {
            var refusals = new ArrayList<JsonObject>();
            for (var each : talkers) refusals.addAll(each.say(TightServer.IN_FLIGHT));
            // One is with the database, so many wait, and the rest is refused.
            assertThat(refusals)
                    .hasSize(people.size() * TightServer.IN_FLIGHT - TightServer.QUEUE - 1)
                    .allSatisfy(refusal -> {
                        assertThat(refusal.getString("code")).isEqualTo("busy");
                        assertThat(refusal.getInt("retryAfter")).isPositive();
                    });
        } finally {
            server.thawDatabase();
        }
        for (var each : talkers) each.hearsOfAll();
        var logged = mallory.log(room).stream().filter(Seen::isMessage).map(Seen::id);
        assertThat(logged).containsExactlyInAnyOrderElementsOf(Talker.acknowledged(talkers));
        for (var each : talkers) each.close();
    }

    @Test
    @Holds("7: unanswered posts")
    void oneUnansweredPostTooManyIsBusy() throws IOException {
        var room = mallory.createRoom("in flight");
        try (var talker = new Talker(Abuser.greeted(mallory), room)) {
            server.freezeDatabase();
            assertThat(talker.say(TightServer.IN_FLIGHT + 1))
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.getString("code")).isEqualTo("busy"));
            server.thawDatabase();
            talker.hearsOfAll();
            assertThat(Talker.acknowledged(List.of(talker))).hasSize(TightServer.IN_FLIGHT);
        } finally {
            server.thawDatabase();
        }
    }
}
