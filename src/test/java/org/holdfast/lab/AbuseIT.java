package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What src/docs/abuse.md promises of sessions, connections and frames, over each transport that it applies to. */
@Tag("any-server")
class AbuseIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CONNECTIONS = 10;
    /** Bodies of strangers: SlowBodies. */
    private static final int WAITED_FOR = 50;

    private static Site server;
    private static Person ann;
    private static long closedRoom;

    private Person mallory;

    @BeforeAll
    static void start() {
        server = Site.shared("abuse").with("holdfast.poll.interval", "100ms").start();
        ann = Person.signUp(server.uri(), "ann");
        closedRoom = new Host(ann).room("private", "ann's own");
        ann.say(closedRoom, "nobody else reads this");
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(server.output()).doesNotContain("Fault ");
    }

    @BeforeEach
    void signUp() {
        mallory = Person.signUp(server.uri(), "mallory " + UUID.randomUUID());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sse/chat", "api/poll?wait=0", "api/session", "api/rooms"})
    void whoIsNotSignedInIsToldSoAndIsGivenNoCookie(String path) {
        var answer = Person.stranger(server.uri()).get(path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "location", "www-authenticate");
    }

    @Test
    void aHandshakeWithoutALoginIsGivenNoCookieAndIsClosedWith4401() throws IOException {
        try (var socket = RawWebSocket.of(Person.stranger(server.uri()))) {
            assertThat(socket.head()).noneMatch(line -> line.toLowerCase().startsWith("set-cookie"));
            assertThat(socket.closeCode(SOON)).isEqualTo(4401);
        }
    }

    @Test
    void whoSignsOutIsClosedOnEveryTransportAndSendsNoMore() {
        var room = new Host(ann).room("private", "left");
        new Host(ann).bring(mallory, room);
        var clients = onEveryTransport(mallory);
        mallory.signOut();
        ann.say(room, "is mallory gone?");
        assertEnded(clients, room);
        var post = Voice.post("after-the-end", room, "I am still here");
        assertThat(mallory.post("api/commands", post).status()).isEqualTo(401);
        assertThat(ann.log(room)).extracting(Seen::id).doesNotContain("after-the-end");
    }

    @Test
    void anotherPasswordClosesWhoeverIsSignedInElsewhereOnEveryTransport() {
        var room = new Host(ann).room("private", "stolen");
        new Host(ann).bring(mallory, room);
        var thief = onEveryTransport(mallory.signIn(server.uri()));
        var wanted = Map.of("current", mallory.password(), "password", "another long secret");
        mallory.request("PUT", "api/password", Json.object(wanted)).expect(204);
        ann.say(room, "is the thief gone?");
        assertEnded(thief, room);
        mallory.get("api/session").expect(200);
    }

    private static List<ChatClient> onEveryTransport(Person person) {
        var clients = Arrays.stream(Transport.values())
                .map(transport -> person.client(Patience.CALM).by(transport).connect())
                .toList();
        clients.forEach(client -> await().atMost(SOON).until(client::isLive));
        return clients;
    }

    private static void assertEnded(List<ChatClient> clients, long room) {
        for (var client : clients) {
            await().atMost(SOON).until(() -> client.state() == State.STOPPED);
            assertThat(client.closeCodes()).singleElement().isIn(1008, 4401);
            assertThat(client.view(room).messages()).isEmpty();
            client.close();
        }
    }

    @Test
    void noAccountHasMoreConnectionsThanItMayOfWhateverKind() throws IOException {
        var open = new ArrayList<Abuser>();
        for (int n = 0; n < CONNECTIONS; n++) open.add(Abuser.greeted(mallory));
        try (var more = RawWebSocket.of(mallory)) {
            assertThat(more.closeCode(SOON)).isEqualTo(4429);
        }
        for (var path : List.of("sse/chat", "api/poll?wait=0"))
            assertThat(mallory.get(path).status()).as(path).isEqualTo(429);
        for (var each : open) each.close();
        await().atMost(SOON).until(() -> mallory.get("api/poll?wait=0").status() == 200);
    }

    @Test
    void connectionsThatNeverFinishTheirHandshakeAreNobodyElsesTrouble() throws IOException {
        try (var halves = new HalfRequests(server.uri(), HalfRequests.HANDSHAKE, 500)) {
            assertServes();
            ann.signIn(server.uri());
        }
    }

    @Test
    @DisabledIfSystemProperty(
            named = "holdfast.test.server",
            matches = "wildfly",
            disabledReason =
                    "Undertow 2.3.23 waits for the rest of a body that was refused (ServletInputStreamImpl.close), with a thread each")
    @DisabledIfSystemProperty(
            named = "holdfast.test.server",
            matches = "tomee",
            disabledReason =
                    "CXF 3.5.5 reads what is left of a body that is refused before it answers (AbstractHTTPDestination.cacheInput), with a thread each")
    void bodiesThatNeverComeAreNobodyElsesTrouble() throws IOException {
        try (var halves = new HalfRequests(server.uri(), HalfRequests.BODY, 300)) {
            await("all but those that are waited for are refused")
                    .atMost(SOON)
                    .until(halves::answers, answers -> answers.size() == 300 - WAITED_FOR);
            assertThat(halves.answers()).allMatch(status -> status.contains(" 503 "));
            assertServes();
        }
    }

    private static void assertServes() throws IOException {
        for (int n = 0; n < 20; n++) ann.get("api/session").expect(200);
        for (int n = 0; n < 20; n++) ann.say(closedRoom, "undisturbed");
        try (var welcomed = Abuser.greeted(ann)) {
            welcomed.say(Json.frame("ping", Map.of("n", 1)));
            assertThat(welcomed.awaits("pong").getInt("n")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reserved opcode", "reserved bit", "long ping", "no beginning"})
    void framesAgainstTheStandardEndTheConnection(String kind) throws IOException {
        try (var socket = RawWebSocket.of(mallory)) {
            switch (kind) {
                case "reserved opcode" -> socket.frame(true, 0x3, new byte[4]);
                case "reserved bit" -> socket.raw(new byte[] {(byte) 0xC1, (byte) 0x80, 0, 0, 0, 0});
                case "long ping" -> socket.frame(true, WebSocketFrame.PING, new byte[126]);
                default -> socket.frame(true, WebSocketFrame.CONTINUATION, new byte[4]);
            }
            assertThat(socket.closeCode(SOON)).isIn(1002, 1006);
        }
    }

    @Test
    void strangeJsonIsRefusedOrIgnoredAndTheConnectionStays() throws IOException {
        var many = IntStream.range(0, 6_000).mapToObj(n -> "\"k" + n + "\":0").toList();
        try (var abuser = Abuser.greeted(mallory)) {
            for (var data : List.of(
                    "\"n\":7,\"n\":8",
                    "\"n\":1e999",
                    "\"n\":-0.0",
                    "\"n\":1,\"__proto__\":{\"admin\":true},\"role\":\"admin\",\"x\":[{}]",
                    String.join(",", many))) abuser.say("{\"type\":\"ping\",\"extra\":{},\"data\":{" + data + "}}");
            abuser.say(Json.frame("ping", Map.of("n", 42)));
            assertThat(lastPong(abuser)).isEqualTo(42);
            assertThat(abuser.heard().toString()).doesNotContain("Exception", "\tat ", "internal");
        }
    }

    private static int lastPong(Abuser abuser) throws IOException {
        for (; ; ) {
            var n = abuser.awaits("pong").getInt("n", 0);
            if (n == 42) return n;
        }
    }

    /** By whatever goes into it, a position is one of ours, begun anew, or none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%d.1.e",
                "%d.999999999999999.e",
                "-1.1.e",
                "1.-1.e",
                "1.1e99.e",
                "99999999999999999999.1.e",
                "'",
                "a",
                "1.1.e_",
                "_",
                "1.1.%%00",
                "1.1.<script>",
                "1.1",
                "%d.0.%1$d"
            })
    void aCursorThatIsMadeUpShowsNothingOfOthers(String form) {
        var cursor = form.formatted(closedRoom)
                .replace("%", "%25")
                .replace("<", "%3C")
                .replace(">", "%3E");
        var polled = mallory.get("api/poll?wait=0&cursor=" + cursor);
        assertThat(polled.status()).isIn(200, 400);
        assertThat(polled.text()).doesNotContain("nobody else reads this", "ann's own");
        if (polled.status() == 400) assertThat(polled.json().getString("code")).isEqualTo("bad_field");
        var streamed = RawRequest.head(server.uri(), "/sse/chat?cursor=" + cursor, mallory.headers());
        assertThat(streamed.status()).isEqualTo(polled.status());
    }
}
