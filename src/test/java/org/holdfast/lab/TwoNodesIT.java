package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
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
        nodes = new TwoNodes("two_nodes", Map.of("holdfast.poll.interval", "100ms", "holdfast.ring.size", "64"))
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
