package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** How many come back in a line: to the server that sent them away, and then to the next. Protocol sections 5.2 and 5.3. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReturnIT {
    private static final System.Logger LOG = System.getLogger(ReturnIT.class.getName());
    private static final Duration SOON = Duration.ofSeconds(90);
    /** A larger one takes minutes, {@code -Dreturn.crowd=5000}. */
    private static final int CROWD = Integer.getInteger("return.crowd", 600);

    private static final int RATE = 100;
    private static final int SLOWER = 20;
    /** So long a line that one notice that comes late on a busy machine does not make it look short. */
    private static final int OF_EACH_TRANSPORT = 20;

    private static final int PARTS = 6;

    /** Connections are closed at each beat of the server, many at once; so long, in milliseconds, that each part has a beat of its own. */
    private static final int SPREAD = 8_000;

    private static final int SPEAKERS = 20;

    private static final PayaraMicro SERVER = new PayaraMicro("return")
            .with("holdfast.connections.per.account", "0")
            .with("holdfast.commands.rate", "0")
            .with("holdfast.poll.interval", "100ms")
            .with("holdfast.reconnect.rate", String.valueOf(RATE));
    private static Person ann;
    private List<ChatClient> crowd = List.of();
    private long room;

    @BeforeAll
    static void start() {
        SERVER.start();
        ann = Person.signUp(SERVER.uri(), "ann");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void meet() {
        room = ann.createRoom("square " + UUID.randomUUID());
    }

    @AfterEach
    void part() {
        crowd.forEach(ChatClient::close);
    }

    @Test
    @Order(1)
    void aCrowdIsSentAwayAndComesBackInTheOrderOfItsSlotsAtTheServersPace() {
        LOG.log(Level.INFO, "A crowd of " + CROWD + ", as -Dreturn.crowd says");
        gather(Stream.generate(() -> ann.client(Patience.PROTOCOL)).limit(CROWD));
        sendAway(Math.max(SPREAD, 2 * CROWD));
        // Most of the others are still away when the first say it.
        crowd.subList(0, SPEAKERS).forEach(client -> client.post(room, "while nobody is let in"));
        ann.delete("api/drain").expect(204);
        await().atMost(SOON)
                .until(() -> all(client -> client.isLive() && client.outbox().isEmpty()));
        assertPace(RATE);
        assertOrder(inOrder(Comeback::endedAt), Comeback::dueAt);
        assertOrder(inOrder(Comeback::dueAt), Comeback::openedAt);
        assertWhole();
    }

    @Test
    @Order(2)
    void whoWaitsWhenTheServerStopsIsToldBySlotsOfTheNextOne() {
        gather(Arrays.stream(Transport.values())
                .flatMap(transport -> Stream.generate(
                                () -> ann.client(Patience.CALM).by(transport))
                        .limit(OF_EACH_TRANSPORT)));
        crowd.forEach(client -> client.post(room, "before"));
        sendAway(1_000);
        crowd.forEach(client -> client.post(room, "while nobody is let in"));
        assertThat(ann.get("api/health/ready").status()).isEqualTo(503);
        SERVER.stop();
        assertThat(crowd)
                .as("premise: nobody was told by the first")
                .allMatch(client -> client.comeback().dueAt() == null);
        SERVER.with("holdfast.reconnect.rate", String.valueOf(SLOWER)).start();
        await().atMost(SOON)
                .until(() -> all(client -> client.isLive() && client.outbox().isEmpty()));
        assertPace(SLOWER);
        assertOrder(inOrder(Comeback::dueAt), Comeback::openedAt);
        assertWhole();
    }

    private void gather(Stream<ChatClient> clients) {
        crowd = clients.map(ChatClient::connect).toList();
        await().atMost(SOON).until(() -> all(ChatClient::isLive));
    }

    /** Until each of them waits on the reconnect stream. */
    private void sendAway(int spread) {
        ann.request("POST", "api/drain", Json.object(Map.of("spread", spread))).expect(204);
        await().atMost(SOON).until(() -> all(client -> client.comeback().waits()));
    }

    private boolean all(Predicate<ChatClient> condition) {
        return crowd.stream().allMatch(condition);
    }

    private List<Comeback> inOrder(Function<Comeback, Duration> when) {
        return crowd.stream()
                .map(ChatClient::comeback)
                .sorted(Comparator.comparing(when))
                .toList();
    }

    private void assertPace(int rate) {
        var slots = inOrder(Comeback::dueAt).stream().map(Comeback::dueAt).toList();
        var least = Duration.ofSeconds(1).multipliedBy(slots.size()).dividedBy(rate);
        assertThat(slots.get(slots.size() - 1).minus(slots.get(0)))
                .as("the line of %d, %d a second", slots.size(), rate)
                .isGreaterThan(least.multipliedBy(9).dividedBy(10));
        for (int n = 0; n + rate < slots.size(); n++)
            assertThat(slots.get(n + rate).minus(slots.get(n)))
                    .as("those after the first %d of each second", rate)
                    .isGreaterThan(Duration.ofMillis(500));
    }

    /** Of a part of the line the middle one stands for all: on a busy machine a single one may be late. */
    private static void assertOrder(List<Comeback> line, Function<Comeback, Duration> when) {
        var part = line.size() / PARTS;
        var middles = IntStream.range(0, PARTS)
                .mapToObj(n -> line.subList(n * part, (n + 1) * part).stream()
                        .map(when)
                        .sorted()
                        .toList()
                        .get(part / 2))
                .toList();
        assertThat(middles).isSorted().doesNotHaveDuplicates();
    }

    /** Nobody lost anything or had it twice, and nobody knocked before it was told to. */
    private void assertWhole() {
        Oracle.awaitHeard(ann, room, crowd);
        Oracle.assertHolds(room, crowd);
        // The JDK's HTTP client now and then takes a connection that it is about to close: 1006, which heals.
        assertThat(crowd)
                .extracting(client -> Collections.frequency(client.closeCodes(), 1012))
                .containsOnly(1);
    }
}
