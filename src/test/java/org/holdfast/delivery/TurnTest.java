package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.holdfast.account.Account;
import org.holdfast.account.Login;
import org.holdfast.account.Role;
import org.holdfast.log.Sequenced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which room a connection is sent first. */
class TurnTest {
    @TempDir
    Path folder;

    /** As far as it was at its hello: it must not starve the others. */
    @Test
    void theRoomThatAClientLooksAtGoesAheadOfTheOthers() {
        try (DeliveryServer server = new DeliveryServer(folder, Map.of())) {
            FakeConnection connection = FakeConnection.inline();
            List<Long> rooms = List.of(server.log.newLog(500), server.log.newLog(500), server.log.newLog(500));
            long lookedAt = rooms.get(2);
            Subscriber subscriber = server.open(connection);
            subscriber.takeTurn(1, lookedAt);
            subscriber.prepare(
                    "session", rooms.stream().map(log -> server.start(log, 0)).toList());
            subscriber.begin();
            await().until(() ->
                    rooms.stream().allMatch(log -> connection.sequences(log).size() == 500));
            List<Long> order = connection.texts.stream()
                    .flatMap(text -> rooms.stream()
                            .flatMap(log -> Sequenced.of(log, text).stream().map(sequence -> log)))
                    .toList();
            assertThat(order.subList(0, 500)).containsOnly(lookedAt);
        }
    }

    /** It was left and joined again in between: what the account's own log says of that has to come before it. */
    @Test
    void aRoomThatHasToWaitForTheAccountsLogDoesNotGoAheadOfIt() {
        try (DeliveryServer server = new DeliveryServer(folder, Map.of())) {
            FakeConnection connection = FakeConnection.inline();
            long own = server.log.newLog(100);
            long room = server.log.newLog(500);
            Account account = new Account(1, own, "ann", "Ann", Role.MEMBER);
            Subscriber subscriber = server.registry.open(connection, new Login(account, "token"), 0);
            subscriber.takeTurn(1, room);
            subscriber.prepare("session", List.of(server.start(own, 0)));
            subscriber.logs().addOnce(server.start(room, 0), "{}", () -> true);
            subscriber.begin();
            await().until(() -> connection.sequences(room).size() == 500);
            assertThat(connection.sequences(own)).hasSize(100);
        }
    }

    @Test
    void roomsThatAreFarBehindCatchUpSideBySide() {
        try (DeliveryServer server = new DeliveryServer(folder, Map.of())) {
            FakeConnection connection = FakeConnection.inline();
            List<Long> rooms = List.of(server.log.newLog(500), server.log.newLog(500), server.log.newLog(500));
            Subscriber subscriber = server.open(connection);
            subscriber.prepare(
                    "session", rooms.stream().map(log -> server.start(log, 0)).toList());
            subscriber.begin();
            await().until(() ->
                    rooms.stream().allMatch(log -> connection.sequences(log).size() == 500));
            List<String> beginning = connection.texts.subList(0, connection.texts.size() / 4);
            for (long room : rooms)
                assertThat(beginning)
                        .anySatisfy(text -> assertThat(Sequenced.of(room, text)).isNotEmpty());
        }
    }
}
