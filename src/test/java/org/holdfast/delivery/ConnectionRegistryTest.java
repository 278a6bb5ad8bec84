package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.account.Login;
import org.holdfast.settings.Settings;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionRegistryTest {
    @TempDir
    Path folder;

    private DeliveryServer server;

    @BeforeEach
    void start() {
        server = new DeliveryServer(
                folder, Map.of("holdfast.connections.max", "5", "holdfast.connections.per.account", "2"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void oneMoreThanAnAccountMayHaveIsRefusedUntilOneCloses() {
        FakeConnection first = FakeConnection.inline();
        open(first, 1);
        open(FakeConnection.inline(), 1);
        refused(() -> open(FakeConnection.inline(), 1));
        open(FakeConnection.inline(), 2);
        server.registry.closed(first);
        server.registry.closed(first);
        open(FakeConnection.inline(), 1);
        refused(() -> open(FakeConnection.inline(), 1));
        assertThat(server.registry.ofAccount(1)).hasSize(2);
    }

    @Test
    void manyWhoComeAtOnceAreNotMoreThanThereMayBe() {
        List<CompletableFuture<Void>> coming = IntStream.range(0, 200)
                .mapToObj(account -> CompletableFuture.runAsync(() -> open(FakeConnection.inline(), account)))
                .toList();
        assertThat(coming)
                .filteredOn(one -> one.handle((in, full) -> full == null).join())
                .hasSize(5);
        assertThat(server.registry.all()).hasSize(5);
    }

    @Test
    void oneThatTakesThePlaceOfAnotherOfItsSessionIsNotCountedButASecondOneIs() {
        FakeConnection first = FakeConnection.inline();
        Login login = new Login(DeliveryServer.account(1), "token");
        server.registry.open(first, login, "s", 0).prepare("s", List.of());
        open(FakeConnection.inline(), 1);
        refused(() -> server.registry.open(FakeConnection.inline(), login, "another", 0));
        server.registry.open(FakeConnection.inline(), login, "s", 0);
        refused(() -> server.registry.open(FakeConnection.inline(), login, "s", 0));
    }

    @Test
    void whoIsHeardByAnotherWayLives() {
        Login login = new Login(DeliveryServer.account(1), "token");
        Subscriber subscriber = server.registry.open(FakeConnection.inline(), login, 0);
        subscriber.prepare("s", List.of());
        server.registry.heard(1, "another", 5);
        server.registry.heard(2, "s", 5);
        assertThat(subscriber.signs().heardAt()).isZero();
        server.registry.heard(1, "s", 5);
        assertThat(subscriber.signs().heardAt()).isEqualTo(5);
    }

    @Test
    void oneMoreThanTheServerMayHaveIsRefused() {
        for (int account = 1; account <= 5; account++) open(FakeConnection.inline(), account);
        refused(() -> open(FakeConnection.inline(), 6));
        assertThat(server.registry.ofAccount(6)).isEmpty();
    }

    @Test
    void nothingIsKeptOfConnectionsThatCameAndWent() {
        long id = server.log.newLog(10);
        for (int n = 0; n < 500; n++) {
            FakeConnection connection = FakeConnection.inline();
            server.follow(connection, id, 0);
            server.registry.closed(connection);
        }
        assertThat(server.registry.all()).isEmpty();
        assertThat(server.registry.ofAccount(1)).isEmpty();
        assertThat(server.fanout.followedLogs()).isZero();
    }

    @Test
    void aConnectionThatGoesDuringItsHelloIsNotKeptByItsLane() {
        long id = server.log.newLog(10);
        FakeConnection connection = FakeConnection.inline();
        Subscriber subscriber = server.open(connection);
        subscriber.prepare("session", List.of(server.start(id, 0)));
        server.registry.closed(connection);
        subscriber.begin();
        subscriber.logs().addOnce(server.start(server.log.newLog(1), 0), "{}", () -> true);
        assertThat(server.fanout.followedLogs()).isZero();
    }

    @Test
    void theConnectionThatWasOpenedLastKeepsItsSession() {
        for (boolean lateHello : new boolean[] {false, true}) {
            FakeConnection older = FakeConnection.inline();
            FakeConnection newer = FakeConnection.inline();
            Subscriber first = server.registry.open(older, login(1), 1_000);
            Subscriber second = server.registry.open(newer, login(1), 2_000);
            first.prepare("session", List.of());
            second.prepare("session", List.of());
            server.registry.replaceOlder(lateHello ? first : second);
            server.registry.replaceOlder(lateHello ? second : first);
            await().until(() -> server.registry.ofAccount(1).size() == 1);
            await().until(() -> !older.closes.isEmpty());
            assertThat(older.closes).containsExactly(CloseCode.REPLACED);
            assertThat(newer.closes).isEmpty();
            server.registry.closed(newer);
        }
    }

    /** The client gave the one up before it opened the other, but its request came late. */
    @Test
    void theClientsOwnCountTellsWhichConnectionIsTheLast() {
        FakeConnection kept = FakeConnection.inline();
        FakeConnection late = FakeConnection.inline();
        Subscriber second = opened(kept, 2);
        Subscriber first = opened(late, 1);
        server.registry.replaceOlder(first);
        await().until(() -> !late.closes.isEmpty());
        assertThat(late.closes).containsExactly(CloseCode.REPLACED);
        assertThat(server.registry.ofAccount(1)).containsExactly(second);
        assertThat(kept.closes).isEmpty();
    }

    private Subscriber opened(FakeConnection connection, long turn) {
        Subscriber subscriber = open(connection, 1);
        subscriber.takeTurn(turn, 0);
        subscriber.prepare("session", List.of());
        return subscriber;
    }

    @Test
    void anotherSessionIsLeftAlone() {
        Subscriber first = open(FakeConnection.inline(), 1);
        Subscriber second = open(FakeConnection.inline(), 1);
        first.prepare("session-1", List.of());
        second.prepare("session-2", List.of());
        server.registry.replaceOlder(second);
        assertThat(server.registry.ofAccount(1)).containsExactlyInAnyOrder(first, second);
    }

    /** The removal comes while the log is being taken up: either the end finds the log, or the membership is found gone. */
    @Test
    void aLogThatIsLeftWhileItIsTakenUpIsNotSent() {
        long id = server.log.newLog(10);
        FakeConnection connection = FakeConnection.inline();
        Subscriber subscriber = server.open(connection);
        subscriber.begin();
        subscriber.logs().addOnce(server.start(id, 0), "{\"reset\":1}", () -> {
            subscriber.pump();
            assertThat(connection.texts).as("before it is allowed").isEmpty();
            return false;
        });
        assertThat(subscriber.logs().contains(id)).isFalse();
        subscriber.logs().addOnce(server.start(id, 0), "{\"reset\":2}", () -> {
            subscriber.logs().endAt(id, 4);
            return true;
        });
        subscriber.beat(1, true);
        await().until(() -> connection.all().contains("heads"));
        assertThat(connection.all()).as("left before it was announced").doesNotContain("reset");
        assertThat(connection.sequences(id)).isEmpty();
    }

    @Test
    void aHeartbeatThatIsWantedSoonIsDueAtTheNextSweep() {
        FakeConnection connection = FakeConnection.inline();
        Subscriber subscriber = open(connection, 1);
        subscriber.begin();
        Liveness liveness = new Liveness(server.registry, Settings.of(Map.of()));
        liveness.sweep(new Beat(1));
        subscriber.beatSoon();
        liveness.sweep(new Beat(2));
        await().until(() -> connection.all().contains("heads"));
        assertThat(subscriber.signs().beatAt()).isEqualTo(2);
    }

    private Subscriber open(FakeConnection connection, long account) {
        return server.registry.open(connection, login(account), 0);
    }

    private static Login login(long account) {
        return new Login(DeliveryServer.account(account), "token");
    }

    private static void refused(ThrowingCallable open) {
        assertThatThrownBy(open).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(Code.RATE_LIMITED);
            assertThat(refusal.retryAfterMillis()).isPositive();
        });
    }
}
