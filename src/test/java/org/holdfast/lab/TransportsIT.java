package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One contract, four roads: whatever carries the frames, the same happens (protocol, sections 3 to 5). */
@Tag("any-server")
class TransportsIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CHANGES = 30;

    private static Site server;
    private static Person ann;
    private static Person bob;

    private long room;

    @BeforeAll
    static void start() {
        server = Site.shared("transports")
                .with("holdfast.poll.interval", "100ms")
                .with("holdfast.commands.rate", "0")
                .with("holdfast.heartbeat.interval", "1s")
                .with("holdfast.heartbeat.silence", "3s")
                .with("holdfast.heartbeat.evict", "5s")
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

    @ParameterizedTest
    @EnumSource
    void whoIsSignedInIsWelcomedAndWhoIsNotIsNotLetIn(Transport transport) {
        try (var voice = new Voice(ann, transport).hello(Map.of())) {
            var welcome = voice.awaits("welcome");
            assertThat(welcome.getString("session")).isNotEmpty();
            assertThat(welcome.getJsonObject("account").getString("name")).isEqualTo("ann");
            assertThat(state(welcome).getInt("head"))
                    .as("created, and two joined")
                    .isEqualTo(3);
        }
        try (var stranger = new Voice(Person.stranger(server.uri()), transport).hello(Map.of())) {
            assertThat(stranger.closeCode()).isEqualTo(4401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSaidIsAcknowledgedAndArrivesOnceInOrderAtAll(Transport transport) {
        try (var anns = transport.live(ann);
                var bobs = transport.live(bob)) {
            for (int n = 0; n < 100; n++) {
                anns.post(room, "ann says " + n);
                bobs.post(room, "bob says 早上好 " + n);
            }
            awaitDelivery(anns, bobs);
            assertThat(bobs.view(room).messages()).hasSize(200);
            assertThat(bobs.closeCodes()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResetLineLosesNothing(Transport transport) {
        try (var way = new TcpProxy(server.port());
                var anns = transport.live(ann);
                var bobs = transport.live(bob.by(way.uri()))) {
            for (int n = 0; n < 60; n++) {
                anns.post(room, "ann says " + n);
                bobs.post(room, "bob says " + n);
                if (n % 20 == 10) {
                    awaitDelivery(anns);
                    way.reset();
                }
            }
            awaitDelivery(anns, bobs);
            assertThat(way.cut()).as("premise: lines were cut").isPositive();
            assertThat(bobs.view(room).resets()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPositionThatTheLogDoesNotHaveBeginsAnewAndSaysWhy(Transport transport) {
        String epoch;
        try (var voice = new Voice(ann, transport).hello(Map.of())) {
            epoch = state(voice.awaits("welcome")).getString("epoch");
        }
        assertThat(resetAt(transport, epoch, 999_999)).isEqualTo("ahead");
        assertThat(resetAt(transport, "another", 2)).isEqualTo("epoch");
        assertThat(resetAt(transport, epoch, 2)).isEqualTo("none");
    }

    private String resetAt(Transport transport, String epoch, int sequence) {
        var positions = Map.of(String.valueOf(room), Map.of("epoch", epoch, "sequence", sequence));
        try (var voice = new Voice(ann, transport).hello(Map.of("positions", positions))) {
            return state(voice.awaits("welcome")).getString("reset", "none");
        }
    }

    private JsonObject state(JsonObject welcome) {
        return welcome.getJsonArray("rooms").getValuesAs(JsonObject.class).stream()
                .filter(state -> state.getInt("log") == room)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aRoomComesWithTheJoiningAndGoesWithTheLeaving(Transport transport) {
        var other = ann.createRoom("other " + UUID.randomUUID());
        try (var anns = Transport.WEBSOCKET.live(ann);
                var bobs = transport.live(bob)) {
            bob.join(other);
            anns.post(other, "welcome, bob");
            await().atMost(SOON).until(() -> bobs.view(other).messages().size() == 1);
            bob.leave(other);
            anns.post(other, "is he gone?");
            await().atMost(SOON).until(() -> anns.outbox().isEmpty());
            anns.post(room, "over here");
            await().atMost(SOON).until(() -> bobs.view(room).messages().size() == 1);
            assertThat(bobs.view(other).messages()).extracting(Seen::text).containsExactly("welcome, bob");
            assertThat(bobs.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrongIsRefusedWithItsCode(Transport transport) {
        var foreign = bob.createRoom("foreign " + UUID.randomUUID());
        var wrong = Map.of(
                "{\"type\":",
                "bad_frame",
                "{\"type\":\"delete-everything\"}",
                "unknown_type",
                Voice.post("abc", room, "a short id"),
                "bad_field",
                Voice.post("abcdefgh", room, " "),
                "bad_field",
                Voice.post("abcdefgh", foreign, "a"),
                "not_found",
                Json.frame("read", Map.of("room", foreign, "sequence", 1)),
                "not_found");
        try (var voice = new Voice(ann, transport).hello(Map.of())) {
            voice.awaits("welcome");
            wrong.forEach((frame, code) -> {
                voice.say(frame);
                assertThat(voice.awaits("refused").getString("code")).as(frame).isEqualTo(code);
            });
            voice.say(Json.frame("ping", Map.of("n", 7)));
            assertThat(voice.awaits("pong").getInt("n")).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameIdAgainGivesTheFirstSequenceAndAnotherTextIsAConflict(Transport transport) {
        var id = UUID.randomUUID().toString();
        try (var voice = new Voice(ann, transport).hello(Map.of())) {
            voice.awaits("welcome");
            voice.say(Voice.post(id, room, "once"));
            var first = voice.awaits("ack");
            voice.say(Voice.post(id, room, "once"));
            assertThat(voice.awaits("ack")).isEqualTo(first);
            voice.say(Voice.post(id, room, "twice"));
            assertThat(voice.awaits("refused").getString("code")).isEqualTo("conflict");
        }
        assertThat(ann.log(room)).filteredOn(Seen::isMessage).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoSignsOutHearsNothingMore(Transport transport) {
        var leaving = ann.signIn(server.uri());
        try (var anns = Transport.WEBSOCKET.live(ann);
                var gone = transport.live(leaving)) {
            leaving.signOut();
            await().atMost(SOON).until(() -> gone.state() == State.STOPPED);
            assertThat(gone.closeCodes()).hasSize(1).first().isIn(1008, 4401);
            anns.post(room, "behind her back");
            awaitDelivery(anns);
            assertThat(gone.view(room).messages()).isEmpty();
        }
    }

    @Test
    void whoChangesTheRoadThirtyTimesInMidConversationMissesNothing(TestReporter reporter) {
        var seed = Long.getLong("holdfast.seed", System.nanoTime());
        reporter.publishEntry("seed", String.valueOf(seed));
        var random = new Random(seed);
        try (var anns = Transport.WEBSOCKET.live(ann);
                var bobs = Transport.SSE.live(bob)) {
            for (int change = 0; change < CHANGES; change++) {
                for (int n = 0; n < 10; n++) {
                    anns.post(room, "ann says " + change + "." + n);
                    bobs.post(room, "bob says " + change + "." + n);
                }
                // Or before the last change is over.
                if (random.nextInt(3) > 0) await().atMost(SOON).until(bobs::isLive);
                bobs.changeTo(Transport.values()[random.nextInt(4)]);
            }
            awaitDelivery(anns, bobs);
            assertThat(bobs.view(room).messages()).hasSize(20 * CHANGES);
            assertThat(bobs.view(room).resets()).isEmpty();
        }
    }

    /** Waits until all have all that is in the log and nothing is unanswered, then asks the oracle. */
    private void awaitDelivery(ChatClient... clients) {
        var all = List.of(clients);
        await().atMost(SOON)
                .until(() -> all.stream().allMatch(client -> client.outbox().isEmpty()));
        var head = ann.log(room).size();
        await().atMost(SOON)
                .until(() -> all.stream().allMatch(client -> client.view(room).last() >= head));
        if (all.size() > 1) Oracle.assertHolds(room, all);
    }
}
