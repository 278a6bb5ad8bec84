package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes at the same time on one PostgreSQL are one house: each client may be at either, and come to the other. */
class TwoNodesIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int WORDS = 25;

    private static TwoNodes nodes;
    private static Person ann;
    private static Person bob;

    private final List<TcpProxy> lines = new ArrayList<>();
    private final List<ChatClient> clients = new ArrayList<>();
    private long room;

    @BeforeAll
    static void start() {
        nodes = new TwoNodes(
                        "two_nodes",
                        Map.of(
                                "holdfast.poll.interval",
                                "100ms",
                                "holdfast.ring.size",
                                "64",
                                "holdfast.login.recheck",
                                "5m"))
                .start();
        ann = Person.signUp(nodes.one.uri(), "ann");
        bob = Person.signUp(nodes.other.uri(), "bob");
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @BeforeEach
    void meet() {
        room = ann.createRoom("room " + UUID.randomUUID());
        bob.join(room);
    }

    @AfterEach
    void part() {
        clients.forEach(ChatClient::close);
        lines.forEach(TcpProxy::close);
    }

    @Test
    void whatIsSaidAtBothNodesArrivesEverywhereInOneOrder() {
        connectAll();
        talk();
        settle();
    }

    @Test
    void whoeverIsAtANodeThatIsKilledGoesOnAtTheOther() {
        connectAll();
        talk();
        nodes.other.kill9();
        lines.forEach(line -> line.upstream(nodes.one.port()));
        talk();
        settle();
        nodes.other.start();
        lines.subList(0, lines.size() / 2).forEach(line -> {
            line.upstream(nodes.other.port());
            line.reset();
        });
        talk();
        settle();
        assertThat(nodes.other.output()).as("premise: it was there again").contains("Hears of other nodes");
    }

    @Test
    void nodesThatHearNothingOfEachOtherFindOut() {
        connectAll();
        for (int n = 0; n < 5; n++) {
            TwoNodes.deafen();
            talk();
        }
        settle();
        assertThat(List.of(nodes.one, nodes.other))
                .as("premise: both were deaf")
                .allSatisfy(node -> assertThat(node.output()).contains("Does not hear of other nodes"));
    }

    @Test
    void theSameMessageSentToBothNodesAtOnceIsOne() {
        for (int n = 0; n < 30; n++) {
            var frame = Voice.post(UUID.randomUUID().toString(), room, "again " + n);
            var answers = List.of(nodes.one, nodes.other).parallelStream()
                    .map(node -> ann.by(node.uri()).post("api/commands", frame).expect(200))
                    .map(answer -> answer.text().replaceAll(".*\"sequence\":(\\d+).*", "$1"))
                    .toList();
            assertThat(answers.get(0)).matches("\\d+").isEqualTo(answers.get(1));
        }
        assertThat(ann.log(room).stream().filter(Seen::isMessage)).hasSize(30);
    }

    @Test
    void whoLeavesAtOneNodeIsSentNothingMoreAtTheOtherAndTheRoomAgainWhenBack() {
        var anns = connect(ann, nodes.one, Transport.WEBSOCKET);
        var witness = connect(ann, nodes.other, Transport.WEBSOCKET);
        var bobs = connect(bob, nodes.other, Transport.WEBSOCKET);
        clients.addAll(List.of(anns, witness, bobs));
        await().atMost(SOON).until(() -> all(ChatClient::isLive));
        for (int round = 0; round < 5; round++) {
            anns.post(room, "all hear this");
            await().atMost(SOON).until(() -> anns.outbox().isEmpty());
            Oracle.awaitHeard(ann, room, clients);
            bob.by(nodes.one.uri()).leave(room);
            var left = ann.log(room).size();
            var late = bob.post("api/commands", Voice.post(UUID.randomUUID().toString(), room, "me, too"));
            assertThat(late.text()).contains("not_found");
            for (int n = 0; n < 20; n++) anns.post(room, "among us");
            await().atMost(SOON).until(() -> witness.view(room).last() == left + 20);
            assertThat(bobs.view(room).last()).as("what bob was sent").isEqualTo(left);
            bob.by(nodes.one.uri()).join(room);
            await().atMost(SOON).until(() -> bobs.view(room).last() == left + 21);
        }
        assertThat(bobs.view(room).resets()).containsOnly("joined").hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoSignsOutAtOneNodeIsSignedOutAtTheOther(boolean isDeaf) {
        var cleo = Person.signUp(nodes.one.uri(), "cleo " + isDeaf);
        var there = cleo.by(nodes.other.uri());
        assertThat(there.get("api/session").status())
                .as("premise: believed there")
                .isEqualTo(200);
        try (var voice = new Voice(there, Transport.WEBSOCKET).hello(Map.of());
                var stream = new Voice(there, Transport.SSE).hello(Map.of())) {
            voice.awaits("welcome");
            stream.awaits("welcome");
            if (isDeaf) TwoNodes.deafen();
            cleo.signOut();
            assertThat(voice.closeCode()).isEqualTo(1008);
            assertThat(stream.closeCode()).isEqualTo(1008);
        }
        assertThat(there.get("api/session").status()).isEqualTo(401);
    }

    @Test
    void aSessionThatComesToAnotherNodeLeavesTheFirst() {
        var session = "session " + UUID.randomUUID();
        try (var first = new Voice(ann, Transport.WEBSOCKET).hello(Map.of("session", session, "turn", 1))) {
            first.awaits("welcome");
            try (var second = new Voice(ann.by(nodes.other.uri()), Transport.WEBSOCKET)
                    .hello(Map.of("session", session, "turn", 2))) {
                second.awaits("welcome");
                assertThat(first.closeCode()).isEqualTo(4409);
                second.say(Json.frame("ping", Map.of()));
                second.awaits("pong");
            }
        }
    }

    @Test
    void aTopicIsReadAndEndsAtBothNodes() throws Exception {
        var robot = Publisher.of(ann, "t" + UUID.randomUUID(), Map.of());
        try (var reader = TopicReader.open(Transport.WEBSOCKET, bob, robot.topic(), "")) {
            reader.awaits("welcome");
            for (int n = 1; n <= 20; n++) {
                robot.publish("tick", n);
                assertThat(reader.awaits("event").getInt("sequence")).isEqualTo(n);
            }
            ann.delete("api/streams/" + robot.topic()).expect(204);
            assertThatThrownBy(() -> reader.awaits("event")).hasMessage("closed with 4404");
        }
    }

    /** Connects both people to both nodes, by each transport. */
    private void connectAll() {
        for (var transport : Transport.values())
            for (var node : List.of(nodes.one, nodes.other))
                for (var person : List.of(ann, bob)) clients.add(connect(person, node, transport));
        await().atMost(SOON).until(() -> all(ChatClient::isLive));
    }

    private ChatClient connect(Person person, PayaraMicro node, Transport transport) {
        var line = new TcpProxy(node.port());
        lines.add(line);
        return person.by(line.uri()).client(Patience.SHORT).by(transport).connect();
    }

    private void talk() {
        IntStream.range(0, WORDS).forEach(n -> clients.forEach(client -> client.post(room, "word " + n)));
    }

    private void settle() {
        await().atMost(SOON).until(() -> all(client -> client.outbox().isEmpty()));
        Oracle.awaitHeard(nodesReader(), room, clients);
        Oracle.assertHolds(room, clients);
        assertThat(clients)
                .as("nobody began anew")
                .allSatisfy(client -> assertThat(client.view(room).resets()).isEmpty());
    }

    private static Person nodesReader() {
        return ann.by(nodes.one.uri());
    }

    private boolean all(Predicate<ChatClient> condition) {
        return Stream.of(clients).flatMap(List::stream).allMatch(condition);
    }
}
