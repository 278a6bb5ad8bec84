package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.holdfast.wire.CloseCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 5.3. */
class DrainTest {
    @TempDir
    Path folder;

    private final AtomicInteger ended = new AtomicInteger();
    private final List<FakeConnection> connections =
            Stream.generate(FakeConnection::inline).limit(4).toList();
    private List<Subscriber> subscribers;
    private DeliveryServer server;
    private Drain drain;

    @BeforeEach
    void start() {
        server = new DeliveryServer(folder, Map.of());
        drain = new Drain(server.registry, ended::incrementAndGet);
        subscribers = connections.stream().map(server::open).toList();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<FakeConnection> closed() {
        return connections.stream()
                .filter(connection -> !connection.closes.isEmpty())
                .toList();
    }

    @Test
    void eachIsToldItsSlotAndClosedInIt() {
        drain.begin(1_000, 50_000);
        for (int after : List.of(250, 500, 750, 1_000))
            await().until(() -> connections.stream()
                    .anyMatch(connection -> connection
                            .all()
                            .contains("{\"type\":\"bye\",\"data\":{\"why\":\"restart\",\"after\":" + after + "}}")));
        assertThat(drain.goOn(50_249)).isTrue();
        assertThat(closed()).isEmpty();
        drain.goOn(50_500);
        await().until(() -> closed().size() == 2);
        assertThat(closed()).allMatch(connection -> connection.all().matches(".*\"after\":(250|500)}.*"));
        await().until(() -> !drain.goOn(51_000));
        await().until(() -> closed().size() == 4);
        assertThat(closed()).allMatch(connection -> connection.closes.equals(List.of(CloseCode.RESTART)));
    }

    @Test
    void whoWaitsForTheAnswerToAPostIsClosedAfterIt() {
        subscribers.get(0).postsInFlight().incrementAndGet();
        drain.begin(0, 1_000);
        assertThat(drain.goOn(1_000)).isTrue();
        await().until(() -> closed().size() == 3);
        assertThat(connections.get(0).closes).isEmpty();
        subscribers.get(0).postsInFlight().decrementAndGet();
        await().until(() -> !drain.goOn(1_001));
        await().until(() -> closed().size() == 4);
    }

    /** On a machine that is busy its slot is over before it could be told. */
    @Test
    void whoWasNotToldYetIsClosedAfterThat() {
        var sends = new LinkedBlockingQueue<Runnable>();
        FakeConnection slow = new FakeConnection(sends::add);
        server.open(slow).reply("first");
        await().until(() -> sends.size() == 1);
        drain.begin(0, 1_000);
        drain.goOn(2_000);
        await().until(() -> closed().size() == 4);
        assertThat(slow.closes).isEmpty();
        sends.remove().run();
        await().until(() -> sends.size() == 1);
        assertThat(slow.all()).contains("\"bye\"");
        assertThat(slow.closes).isEmpty();
        sends.remove().run();
        await().until(() -> slow.closes.equals(List.of(CloseCode.RESTART)));
    }

    @Test
    void whoReadsNothingIsClosedAllTheSame() {
        FakeConnection stuck = FakeConnection.stuck();
        server.open(stuck).reply("first");
        await().until(() -> stuck.texts.size() == 1);
        drain.begin(0, 1_000);
        assertThat(drain.goOn(3_999)).isTrue();
        assertThat(stuck.closes).isEmpty();
        drain.goOn(4_000);
        await().until(() -> stuck.closes.equals(List.of(CloseCode.RESTART)));
        assertThat(drain.goOn(4_000)).isFalse();
    }

    @Test
    void aStopWaitsForAnswersAndForNobodysSlot() {
        subscribers.get(0).postsInFlight().incrementAndGet();
        drain.begin(60_000, 1_000);
        drain.hurry();
        await().until(() -> closed().size() == 3);
        assertThat(closed()).allMatch(connection -> connection.all().contains("\"bye\""));
        subscribers.get(0).postsInFlight().decrementAndGet();
        drain.hurry();
        await().until(() -> closed().size() == 4);
    }

    @Test
    void nobodyIsLetInMeanwhileAndWhoIsStillThereAtTheEndStays() {
        drain.begin(1_000, 1_000);
        assertThat(drain.isOn()).isTrue();
        FakeConnection late = FakeConnection.inline();
        server.open(late);
        await().until(() -> late.closes.equals(List.of(CloseCode.RESTART)));
        drain.end();
        assertThat(ended).hasValue(1);
        assertThat(drain.isOn()).isFalse();
        drain.goOn(10_000);
        FakeConnection next = FakeConnection.inline();
        server.open(next);
        assertThat(server.registry.all()).hasSize(5);
        assertThat(next.closes).isEmpty();
        assertThat(closed()).isEmpty();
    }
}
