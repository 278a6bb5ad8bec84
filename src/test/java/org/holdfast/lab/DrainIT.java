package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.Holds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the server sends connections away: protocol sections 3.4 and 5.3. */
class DrainIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int SPREAD = 3_000;

    private static Site server;
    private static Person ann;

    private final List<Voice> voices = new ArrayList<>();
    private long room;

    @BeforeAll
    static void start() {
        server = Site.shared("drain")
                .with("holdfast.connections.per.account", "0")
                .with("holdfast.poll.interval", "100ms")
                .with("holdfast.sse.life", "5s")
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
    }

    @AfterEach
    void part() {
        ann.delete("api/drain").expect(204);
        voices.forEach(Voice::close);
    }

    @Test
    @Holds("7: life of an event stream")
    void anEventStreamThatHasLivedLongEnoughEndsAndMayComeBackAtOnce() throws Exception {
        try (var stream = EventLines.of(ann, "")) {
            assertThat(stream.last().toString()).isEqualTo("{\"code\":1001,\"name\":\"going_away\",\"after\":0}");
        }
    }

    @Test
    void everybodyIsToldASlotAndClosedInItAndNotAllAtOnce() {
        for (int n = 0; n < 3; n++) {
            voices.add(new Voice(ann, Transport.WEBSOCKET).hello(Map.of()));
            voices.add(new Voice(ann, Transport.SSE).hello(Map.of()));
        }
        voices.forEach(voice -> voice.awaits("welcome"));
        drain();
        var slots = voices.stream()
                .map(voice -> voice.awaits("bye").getInt("after"))
                .toList();
        assertThat(slots).containsExactlyInAnyOrder(500, 1_000, 1_500, 2_000, 2_500, 3_000);
        assertThat(voices).allSatisfy(voice -> assertThat(voice.closeCode()).isEqualTo(1012));
        var first = voices.get(slots.indexOf(500)).closedAt();
        var last = voices.get(slots.indexOf(3_000)).closedAt();
        assertThat(last.minus(first)).isGreaterThan(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsLetInMeanwhile(Transport transport) {
        drain();
        var ready = ann.get("api/health/ready").expect(503);
        assertThat(ready.text()).isEqualTo("{\"status\":\"draining\"}");
        assertThat(ann.get("api/health/live").status()).isEqualTo(200);
        try (var late = new Voice(ann, transport).hello(Map.of())) {
            assertThat(late.closeCode()).isEqualTo(1012);
        }
    }

    @Test
    void onlyAnAdministratorMayDoIt() {
        var bob = Person.signUp(server.uri(), "bob");
        assertThat(bob.request("POST", "api/drain", JsonValue.EMPTY_JSON_OBJECT).status())
                .isEqualTo(403);
        assertThat(bob.delete("api/drain").status()).isEqualTo(403);
        assertThat(ann.get("api/health/ready").status()).isEqualTo(200);
    }

    @Test
    void whoWaitsOnTheReconnectStreamIsToldWhenItIsOver() throws Exception {
        drain();
        try (var stream = new EventLines(ann.request("api/reconnect").build())) {
            assertThat(stream.data()).isEqualTo("{\"reason\":\"draining\"}");
            ann.delete("api/drain").expect(204);
            assertThat(stream.data()).matches("\\{\"after\":\\d+}");
        }
    }

    @Test
    void aConversationGoesOnAfterItOnEachTransport() {
        var clients = Arrays.stream(Transport.values())
                .map(transport -> ann.client(Patience.SHORT).by(transport).connect())
                .toList();
        await().atMost(SOON).until(() -> clients.stream().allMatch(ChatClient::isLive));
        clients.forEach(client -> client.post(room, "before"));
        drain();
        clients.forEach(client -> client.post(room, "meanwhile"));
        await().atMost(SOON)
                .until(() ->
                        clients.stream().allMatch(client -> client.closeCodes().contains(1012)));
        clients.forEach(client -> client.post(room, "while nobody is let in"));
        ann.delete("api/drain").expect(204);
        await().atMost(SOON)
                .until(() -> clients.stream().allMatch(client -> client.outbox().isEmpty()));
        Oracle.awaitHeard(ann, room, clients);
        Oracle.assertHolds(room, clients);
        clients.forEach(ChatClient::close);
    }

    private static void drain() {
        ann.request("POST", "api/drain", Json.object(Map.of("spread", SPREAD))).expect(204);
    }
}
