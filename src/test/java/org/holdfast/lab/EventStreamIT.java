package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.holdfast.Holds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** What is an event stream's own: protocol section 3.4. */
@Tag("any-server")
class EventStreamIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MOST_CONNECTIONS = 25;
    private static final int READERS = 20;
    private static final int LONG_TEXTS = 400;

    private static Site server;
    private static Person ann;
    private static Person bob;

    private long room;

    @BeforeAll
    static void start() {
        server = Site.shared("event-stream")
                .with("holdfast.commands.rate", "0")
                .with("holdfast.send.limit", "1s")
                .with("holdfast.connections.per.account", String.valueOf(MOST_CONNECTIONS))
                .with("holdfast.heartbeat.interval", "2s")
                .with("holdfast.heartbeat.silence", "3s")
                .with("holdfast.heartbeat.evict", "4s")
                .start();
        ann = Person.signUp(server.uri(), "ann");
        bob = Person.signUp(server.uri(), "bob");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void meet() {
        room = ann.createRoom("room " + UUID.randomUUID());
        bob.join(room);
    }

    /** Section 3.1: what the client gave up arrives after what it opened then. */
    @Test
    void aLateStreamDoesNotReplaceTheConnectionThatFollowedIt() throws Exception {
        var session = "?session=" + UUID.randomUUID();
        try (var kept = EventLines.of(ann, session + "&turn=2")) {
            assertThat(kept.awaits("welcome").getString("session")).isEqualTo(session.substring(9));
            try (var late = EventLines.of(ann, session + "&turn=1")) {
                assertThat(late.last().getInt("code")).isEqualTo(4409);
            }
            post("hear me");
            assertThat(kept.texts(room, 1)).containsExactly("hear me");
        }
    }

    @Test
    void itBeginsAtOnceAndNothingInBetweenMayHoldItBack() throws Exception {
        try (var stream = EventLines.of(ann, "")) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).isEqualToIgnoringCase("text/event-stream;charset=utf-8");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store, no-transform");
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(List.of(stream.line(), stream.line(), stream.line()))
                    .containsExactly("retry: 2000", ": holdfast", "");
            assertThat(stream.frames().getJsonObject(0).getString("type")).isEqualTo("welcome");
            assertThat(stream.awaits("heads").getJsonObject("heads")).containsKey(String.valueOf(room));
        }
    }

    @Test
    void itGoesOnAfterTheCursorAndAfterTheLastEventIdWhichIsNewer() throws Exception {
        String first;
        String second;
        try (var stream = EventLines.of(ann, "")) {
            post("one");
            first = stream.idAfter(room, "one");
            post("two");
            second = stream.idAfter(room, "two");
        }
        post("three");
        try (var stream = EventLines.of(ann, "?cursor=" + first)) {
            assertThat(stream.texts(room, 2)).containsExactly("two", "three");
        }
        var older = ann.request("sse/chat?cursor=" + first).header("Last-Event-ID", second);
        try (var stream = new EventLines(older.build())) {
            assertThat(stream.texts(room, 1)).containsExactly("three");
        }
    }

    private void post(String text) {
        var frame = Json.frame("post", Map.of("id", UUID.randomUUID().toString(), "room", room, "text", text));
        assertThat(ann.request("POST", "api/commands", Json.parse(frame))
                        .expect(200)
                        .text())
                .contains("\"ack\"");
    }

    @Test
    void howLongARoundTripTookTheClientSays() throws Exception {
        var session = UUID.randomUUID().toString();
        try (var stream = EventLines.of(bob, "?session=" + session)) {
            stream.awaits("welcome");
            assertThat(new LiveList(ann).roundTripOf("bob")).isEqualTo(-1);
            assertThat(pinged(session, 42)).contains("\"pong\"");
            assertThat(new LiveList(ann).roundTripOf("bob")).isEqualTo(42);
            assertThat(pinged(session, -1)).contains("\"bad_field\"", "roundTrip");
            assertThat(pinged(session, 600_001)).contains("\"pong\"");
            assertThat(new LiveList(ann).roundTripOf("bob")).isEqualTo(600_000);
        }
    }

    private static String pinged(String session, long roundTrip) {
        return bob.post("api/commands?session=" + session, Json.frame("ping", Map.of("roundTrip", roundTrip)))
                .text();
    }

    @Test
    void whatIsWrongIsSaidBeforeItBegins() throws Exception {
        assertThat(Person.stranger(server.uri())
                        .get("sse/chat")
                        .expect(401)
                        .json()
                        .getString("code"))
                .isEqualTo("login_required");
        for (var query : List.of(
                "?cursor=nonsense",
                "?cursor=1.2.e_",
                "?cursor=-1.2.e",
                "?session=" + "x".repeat(65),
                "?turn=first",
                "?cursor=" + "1.2.e_".repeat(800) + "1.2.e"))
            assertThat(ann.get("sse/chat" + query).expect(400).json().getString("code"))
                    .as(query)
                    .isEqualTo("bad_field");
        var body = Json.object(Map.of("protocol", "one"));
        assertThat(ann.request("POST", "sse/chat", body).expect(400).json().getString("code"))
                .isEqualTo("bad_field");
        try (var outdated = new Voice(ann, Transport.SSE).hello(Map.of("protocol", 2))) {
            assertThat(outdated.closeCode()).isEqualTo(4426);
        }
    }

    @Test
    @Holds("7: connections of an account")
    void oneMoreThanAnAccountMayHaveIsRefusedButNotOneThatTakesThePlaceOfAnother() throws Exception {
        var cleo = Person.signUp(server.uri(), "cleo");
        var streams = new ArrayList<EventLines>();
        for (int n = 0; n < MOST_CONNECTIONS; n++) {
            streams.add(EventLines.of(cleo, "?session=s" + n));
            streams.get(n).awaits("welcome");
        }
        var refused = cleo.get("sse/chat?session=another").expect(429);
        assertThat(refused.json().getString("code")).isEqualTo("rate_limited");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
        streams.add(EventLines.of(cleo, "?session=s7"));
        streams.get(MOST_CONNECTIONS).awaits("welcome");
        assertThat(streams.get(7).last().toString()).isEqualTo("{\"code\":4409,\"name\":\"replaced\"}");
        streams.forEach(EventLines::close);
    }

    @Test
    @Holds("3.4: post something (`ping`) with its `session`")
    void whoPostsWithItsSessionLivesAndWhoDoesNotIsGivenUp() throws Exception {
        try (var silent = EventLines.of(bob, "?session=silent");
                var lively = bob.client(Patience.SHORT).by(Transport.SSE).connect()) {
            assertThat(silent.last().getInt("code")).isEqualTo(4408);
            await().atMost(SOON).until(lively::isLive);
            assertThat(lively.closeCodes()).isEmpty();
        }
    }

    @Test
    @Holds("7: time to read what was sent")
    @DisabledIfSystemProperty(
            named = "holdfast.test.server",
            matches = "liberty",
            disabledReason =
                    "Open Liberty 26.0.0.3 blocks for 60 s in a write after isReady() was true: readers behind it come back by a resume")
    void whoReadsDoesNotNoticeThoseWhoDoNotAndTheseAreClosed() throws Exception {
        var mute = new ArrayList<MuteStream>();
        var readers = new ArrayList<ChatClient>();
        for (int n = 0; n < READERS; n++) {
            mute.add(new MuteStream(ann));
            readers.add(bob.client(Patience.SHORT).by(Transport.SSE).connect());
        }
        await().atMost(SOON).until(() -> readers.stream().allMatch(ChatClient::isLive));
        var speaker = readers.get(0);
        var padding = "x".repeat(7_900);
        IntStream.range(0, LONG_TEXTS).forEach(n -> speaker.post(room, n + padding));
        await().atMost(SOON).until(() -> speaker.outbox().isEmpty());
        assertThat(ann.get("api/session").status()).isEqualTo(200);
        var head = ann.log(room).size();
        await().atMost(SOON)
                .until(() ->
                        readers.stream().allMatch(client -> client.view(room).last() == head));
        Oracle.assertHolds(room, readers);
        assertThat(readers).allSatisfy(client -> assertThat(client.closeCodes()).isEmpty());
        awaitPlaceFor(ann);
        for (var each : mute) assertThat(sequences(each)).isLessThan(head);
        readers.forEach(ChatClient::close);
    }

    /** When the closed ones are counted no more. */
    private static void awaitPlaceFor(Person person) {
        await().atMost(SOON)
                .until(() -> IntStream.range(0, READERS)
                        .allMatch(
                                n -> person.get("api/poll?wait=0&session=x" + n).status() == 200));
    }

    private int sequences(MuteStream each) throws IOException {
        try (each) {
            return each.rest().split("\"type\":\"message\"", -1).length - 1;
        }
    }
}
