package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.holdfast.Holds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Mallory sends what no client should; each abuse has its documented answer, and two people beside notice nothing. */
@Tag("any-server")
class BadInputIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String HELLO = frame("hello", "\"protocol\":1");

    private static Site server;
    private static Person mallory;
    private static ChatClient ann;
    private static ChatClient bob;
    private static long room;
    private static long closedRoom;

    private Abuser abuser;

    @BeforeAll
    static void start() {
        server = Site.shared("bad-input")
                .with("holdfast.heartbeat.interval", "1s")
                .with("holdfast.heartbeat.silence", "3s")
                .with("holdfast.heartbeat.evict", "6s")
                .with("holdfast.hello.limit", "3s")
                .start();
        ann = Person.signUp(server.uri(), "ann").client(Patience.CALM).connect();
        bob = Person.signUp(server.uri(), "bob").client(Patience.CALM).connect();
        mallory = Person.signUp(server.uri(), "mallory");
        room = mallory.createRoom("open");
        closedRoom = ann.person().createRoom("closed");
        bob.person().join(closedRoom);
        await().atMost(SOON).until(() -> ann.isLive() && bob.view(closedRoom).last() >= 2);
    }

    @AfterAll
    static void theOthersNoticedNothing() {
        try {
            await().atMost(SOON)
                    .until(() -> ann.outbox().isEmpty() && bob.outbox().isEmpty());
            var head = ann.person().log(closedRoom).size();
            await().atMost(SOON)
                    .until(() -> ann.view(closedRoom).last() == head
                            && bob.view(closedRoom).last() == head);
            Oracle.assertHolds(closedRoom, List.of(ann, bob));
            assertThat(head).as("premise: they did talk").isGreaterThan(50);
            assertThat(ann.closeCodes()).isEmpty();
            assertThat(bob.closeCodes()).isEmpty();
        } finally {
            ann.close();
            bob.close();
            server.close();
        }
    }

    @BeforeEach
    void connect() throws IOException {
        abuser = new Abuser(mallory);
    }

    @AfterEach
    void othersTalkOn() throws IOException {
        ann.post(closedRoom, "undisturbed");
        bob.post(closedRoom, "neither am I");
        abuser.close();
        assertThat(abuser.heard()).noneMatch(BadInputIT::tellsOfTheInside);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    @Holds({"7: frames of a message", "7: length of a posted text"})
    void isRefusedAndTheConnectionLivesOn(String code, String what, String text) throws IOException {
        abuser.say(HELLO);
        abuser.awaits("welcome");
        abuser.say(text);
        var refusal = abuser.awaits("refused");
        assertThat(refusal.getString("code")).isEqualTo(code);
        assertThat(refusal.getBoolean("retryable")).isFalse();
        assertThat(refusal.getString("message")).isNotBlank();
        abuser.say(frame("ping", "\"n\":42"));
        assertThat(abuser.awaits("pong").getInt("n")).isEqualTo(42);
    }

    static Stream<Arguments> isRefusedAndTheConnectionLivesOn() {
        var frames = IntStream.range(0, 65).mapToObj(n -> frame("ping", "")).collect(Collectors.joining(",", "[", "]"));
        return Stream.of(
                arguments("bad_frame", "no JSON", "{\"type\":"),
                arguments("bad_frame", "a bare text", "\"ping\""),
                arguments("bad_field", "no type", "{\"data\":{}}"),
                arguments("bad_frame", "10,000 deep", "[".repeat(10_000) + "]".repeat(10_000)),
                arguments("bad_frame", "33 deep", frame("ping", "\"n\":" + "[".repeat(31) + "]".repeat(31))),
                arguments("bad_frame", "65 frames", frames),
                arguments("unknown_type", "unknown type", frame("delete-everything", "")),
                arguments("bad_field", "no text", frame("post", "\"id\":\"abcdefgh\",\"room\":" + room)),
                arguments("bad_field", "no id", frame("post", "\"text\":\"a\",\"room\":" + room)),
                arguments("bad_field", "a short id", post("abc", room, "\"a\"")),
                arguments("bad_field", "an id of other letters", post("abcdefg/", room, "\"a\"")),
                arguments("bad_field", "a text that is a number", post("abcdefgh", room, "5")),
                arguments("bad_field", "white space", post("abcdefgh", room, "\" \\n\\t \"")),
                arguments("bad_field", "NUL", post("abcdefgh", room, "\"a\\u0000b\"")),
                arguments("bad_field", "a text too long", post("abcdefgh", room, "\"" + "x".repeat(8_001) + "\"")),
                arguments(
                        "bad_field",
                        "a room by name",
                        frame("post", "\"id\":\"abcdefgh\",\"text\":\"a\",\"room\":\"open\"")),
                arguments("bad_field", "half a room", frame("post", "\"id\":\"abcdefgh\",\"text\":\"a\",\"room\":1.5")),
                arguments(
                        "bad_field", "a huge room", frame("post", "\"id\":\"abcdefgh\",\"text\":\"a\",\"room\":1e999")),
                arguments("not_found", "a room one is not in", post("abcdefgh", closedRoom, "\"a\"")),
                arguments("not_found", "no such room", post("abcdefgh", 999_999, "\"a\"")));
    }

    @Test
    void anIdUsedForSomethingElseIsAConflictAndForTheSameIsNot() throws IOException {
        abuser.say(HELLO);
        abuser.say(post("conflict-1", room, "\"first\""));
        var first = abuser.awaits("ack");
        abuser.say(post("conflict-1", room, "\"second\""));
        assertThat(abuser.awaits("refused").getString("code")).isEqualTo("conflict");
        abuser.say(post("conflict-1", room, "\"first\""));
        assertThat(abuser.awaits("ack").getInt("sequence")).isEqualTo(first.getInt("sequence"));
        assertThat(mallory.log(room)).extracting(Seen::id).containsOnlyOnce("conflict-1");
    }

    @ParameterizedTest
    @MethodSource
    void endsWithItsCode(int code, String what, List<byte[]> bytes) throws IOException {
        abuser.say(HELLO);
        abuser.awaits("welcome");
        for (var piece : bytes) abuser.bytes(piece);
        assertThat(abuser.closeCode()).isIn(code, CONTAINERS_OWN.getOrDefault(code, code));
    }

    /** What a container's own WebSocket engine may say in the program's place. */
    private static final Map<Integer, Integer> CONTAINERS_OWN = Map.of(1009, 1003);

    static Stream<Arguments> endsWithItsCode() {
        var junk = WebSocketFrame.text("junk").bytes(true);
        var notUtf8 = new WebSocketFrame(true, WebSocketFrame.TEXT, new byte[] {(byte) 0xC3, 0x28});
        return Stream.of(
                arguments(
                        1009,
                        "over 64 KiB",
                        List.of(WebSocketFrame.text(" ".repeat(65_537)).bytes(true))),
                arguments(1007, "not UTF-8", List.of(notUtf8.bytes(true))),
                arguments(
                        1003,
                        "binary",
                        List.of(new WebSocketFrame(true, WebSocketFrame.BINARY, new byte[8]).bytes(true))),
                arguments(1008, "five texts that are no frames", List.of(junk, junk, junk, junk, junk)),
                arguments(4408, "silence", List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4426 | "protocol":2
            4400 | "protocol":"one"
            4400 | "positions":{}
            4400 | "protocol":1,"positions":[]
            4400 | "protocol":1,"positions":{"1":{"epoch":"e","sequence":-1}}
            """)
    void aHelloThatIsNoneEndsWithItsCode(int code, String members) throws IOException {
        abuser.say(frame("hello", members));
        assertThat(abuser.closeCode()).isEqualTo(code);
    }

    @Test
    @Holds("3.1: send `hello` first")
    void withoutHelloNothingIsCarriedOutAndTheConnectionEnds() throws IOException {
        abuser.say(post("too-early", room, "\"a\""));
        assertThat(abuser.awaits("refused").getString("code")).isEqualTo("hello_required");
        assertThat(abuser.closeCode()).isEqualTo(4408);
        assertThat(mallory.log(room)).extracting(Seen::id).doesNotContain("too-early");
    }

    @Test
    void aPositionFromTheFutureOrOfAnotherEpochBeginsAnew() throws IOException {
        abuser.say(HELLO);
        var known = roomState(abuser.awaits("welcome"));
        assertThat(resetAt(known.getString("epoch"), 999_999)).isEqualTo("ahead");
        assertThat(resetAt("another", known.getInt("head"))).isEqualTo("epoch");
        assertThat(resetAt(known.getString("epoch"), known.getInt("head"))).isEqualTo("none");
    }

    private static String resetAt(String epoch, int sequence) throws IOException {
        try (var resuming = new Abuser(mallory)) {
            var point = "{\"epoch\":\"%s\",\"sequence\":%d}".formatted(epoch, sequence);
            resuming.say(frame("hello", "\"protocol\":1,\"positions\":{\"%d\":%s}".formatted(room, point)));
            return roomState(resuming.awaits("welcome")).getString("reset", "none");
        }
    }

    private static JsonObject roomState(JsonObject welcome) {
        return welcome.getJsonArray("rooms").getJsonObject(0);
    }

    @Test
    void whoIsNotSignedInOrComesFromElsewhereIsNotLetIn() throws IOException {
        var origin = mallory.origin();
        try (var stranger = RawWebSocket.open(server.uri(), "ws/chat", Map.of("Origin", origin))) {
            assertThat(stranger.closeCode(SOON)).isEqualTo(4401);
        }
        for (var foreign : List.of("https://evil.example", "null", origin + ".evil.example", "http://127.0.0.1:1")) {
            var headers = Map.of("Origin", foreign, "Cookie", mallory.cookie());
            try (var other = RawWebSocket.open(server.uri(), "ws/chat", headers)) {
                assertThat(other.status()).as(foreign).isEqualTo(403);
            }
        }
    }

    private static boolean tellsOfTheInside(String text) {
        return Stream.of("Exception", "\tat ", "org.holdfast", "java.", "jakarta.")
                .anyMatch(text::contains);
    }

    private static String post(String id, long room, String text) {
        return frame("post", "\"id\":\"" + id + "\",\"room\":" + room + ",\"text\":" + text);
    }

    private static String frame(String type, String members) {
        return "{\"type\":\"" + type + "\",\"data\":{" + members + "}}";
    }
}
